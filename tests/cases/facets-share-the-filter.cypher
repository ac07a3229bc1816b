WITH COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p0
  MATCH (n1)-[:GAAT_OVER]->(g1_0)
  WITH DISTINCT n1, g1_0.id AS k0, g1_0.weergavenaam AS l0
  WHERE k0 IS NOT NULL
  WITH k0, l0, count(n1) AS c
  ORDER BY c DESC, k0
  LIMIT $p1
  RETURN [[k0], [l0], c]
} AS f0_0, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p2
  WITH DISTINCT n1, EXISTS {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WHERE n2.rijpheid = $p3
  } AS k0, EXISTS {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WHERE n2.rijpheid = $p4
  } AS l0
  WHERE k0 IS NOT NULL
  WITH k0, l0, count(n1) AS c
  ORDER BY c DESC, k0
  LIMIT $p5
  RETURN [[k0], [l0], c]
} AS f0_1, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p6
  WITH DISTINCT n1, n1.fase AS k0, n1.fase AS l0
  WHERE k0 IS NOT NULL
  WITH k0, l0, count(n1) AS c
  ORDER BY c DESC, k0
  LIMIT $p7
  RETURN [[k0], [l0], c]
} AS f0_2, COUNT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p8
} AS f0_3
RETURN f0_0 AS c0, f0_1 AS c1, f0_2 AS c2, f0_3 AS c3
