RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p0 IN n1.aliassenPlat OR n1.naamPlat = $p1)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p2
  RETURN [n1.einddatum, n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p3 IN n1.aliassenPlat OR n1.naamPlat = $p4)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p5
  RETURN [n1.einddatum, n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p6 IN n1.aliassenPlat OR n1.naamPlat = $p7)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p8
  RETURN [n1.einddatum, n1.naam]
} AS c2, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ($p9 IN n1.aliassenPlat OR n1.naamPlat = $p10)
  WITH n1, coalesce(n1.einddatum, '9999') AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p11
  RETURN [n1.einddatum, n1.naam]
} AS c3
