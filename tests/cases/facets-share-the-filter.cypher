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
  MATCH (n1)-[:GAAT_OVER]->(g1_0)
  WITH DISTINCT g1_0.id AS k0
  WHERE k0 IS NOT NULL
  RETURN k0
} AS f0_3, COUNT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p9
  WITH DISTINCT EXISTS {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WHERE n2.rijpheid = $p10
  } AS k0
  WHERE k0 IS NOT NULL
  RETURN k0
} AS f0_4, COUNT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p11
  WITH DISTINCT n1.fase AS k0
  WHERE k0 IS NOT NULL
  RETURN k0
} AS f0_5, COUNT {
  MATCH (n1:Knelpunt)
  WHERE n1.fase IN $p12
} AS f0_6
RETURN f0_0 AS c0, f0_1 AS c1, f0_2 AS c2, f0_3 AS c3, f0_4 AS c4, f0_5 AS c5, f0_6 AS c6
