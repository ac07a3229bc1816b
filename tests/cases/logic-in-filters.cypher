RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((($p0 IN n1.aliassenPlat OR n1.naamPlat = $p1) OR (n1.inwoners <= $p2 AND n1.provincie IN $p3)) AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [n1.inwoners, n1.naam, n1.provincie]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((NOT coalesce(n1.inwoners >= $p5, false) AND n1.provincie IN $p6) AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p7
  RETURN [n1.inwoners, n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE ((NOT coalesce(n1.fase IN $p8, false) AND n1.route IN $p9) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p10
  RETURN [n1.fase, n1.route]
} AS c2, COUNT {
  MATCH (n1:Gemeente)
  WHERE (false AND n1.einddatum IS NULL)
} AS c3, COUNT {
  MATCH (n1:Gemeente)
  WHERE n1.einddatum IS NULL
} AS c4
