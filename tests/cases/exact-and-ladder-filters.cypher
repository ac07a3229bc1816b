RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE ((n1.code IN $p0 AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Gemeente)
  WHERE ((n1.einddatum IS NULL AND n1.id IN $p2) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p3
  RETURN [n1.naam]
} AS c1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE ((n1.fase IN $p4 AND n1.route IN $p5) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [n1.fase, n1.route]
} AS c2, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (any(x IN n1.oorzaken WHERE x IN $p7) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p8
  RETURN [n1.oorzaken]
} AS c3, COLLECT {
  MATCH (n1:Oplossing)
  WHERE (n1.rijpheid IN $p9 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p10
  RETURN [n1.rijpheid]
} AS c4, COUNT {
  MATCH (n1:Oplossing)
  WHERE n1.bewijs IN $p11
} AS c5, COUNT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheid = $p12
} AS c6
