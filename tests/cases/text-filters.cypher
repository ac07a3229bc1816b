RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((any(x IN n1.aliassenPlat WHERE x STARTS WITH $p0) OR n1.naamPlat STARTS WITH $p1) AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (n1.naamPlat = $p3 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.titel]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (n1.naamPlat CONTAINS $p5 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [n1.titel]
} AS c2, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (n1.naamPlat IN $p7 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p8
  RETURN [n1.titel]
} AS c3, COUNT {
  MATCH (n1:Gemeente)
  WHERE (n1.einddatum IS NULL AND n1.naamPlat IS NOT NULL)
} AS c4, COUNT {
  MATCH (n1:Gemeente)
  WHERE (n1.einddatum IS NULL AND n1.naamPlat IS NULL)
} AS c5
