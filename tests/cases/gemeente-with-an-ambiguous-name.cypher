RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p0 IN n1.aliassenPlat OR n1.naamPlat = $p1)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p2
  RETURN [n1.einddatum, n1.id]
} AS c0
