RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ((any(x IN n1.aliassenPlat WHERE x IN $p0) OR n1.naamPlat IN $p1) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.einddatum, n1.id, n1.naam]
} AS c0, COUNT {
  MATCH (n1:Gemeente)
  WHERE (any(x IN n1.aliassenPlat WHERE x IN $p3) OR n1.naamPlat IN $p4)
} AS c1
