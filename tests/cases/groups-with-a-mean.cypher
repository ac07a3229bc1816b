WITH COLLECT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheid IN $p0
  OPTIONAL MATCH (n1)-[:ONTWIKKELD_DOOR]->(g1_1:Gemeente)
  WITH DISTINCT n1, n1.rijpheid AS k0, n1.rijpheid AS l0, g1_1.provincie AS k1, g1_1.provincie AS l1, COUNT { MATCH (n1)<-[:VAN]-() } AS v
  WITH k0, l0, k1, l1, count(n1) AS c, 1.0 * sum(v) / count(v) AS m
  ORDER BY c DESC, k0, k1
  LIMIT $p1
  RETURN [[k0, k1], [l0, l1], c, m]
} AS f0_0, COUNT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheid IN $p2
  OPTIONAL MATCH (n1)-[:ONTWIKKELD_DOOR]->(g1_1:Gemeente)
  WITH DISTINCT n1.rijpheid AS k0, g1_1.provincie AS k1
  RETURN k0
} AS f0_1
RETURN f0_0 AS c0, f0_1 AS c1
