RETURN COLLECT {
  MATCH (n1:Gemeente {code: $p0})
  WITH n1
  LIMIT $p1
  RETURN [n1.begindatum, n1.code, n1.einddatum, n1.id, n1.inwoners, n1.naam, n1.ookBekendAls, n1.provincie, n1.regios, n1.tooi]
} AS c0
