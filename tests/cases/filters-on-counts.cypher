RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE ((COUNT { MATCH (n1)<-[:ERVAART]-() } <= $p0 AND COUNT { MATCH (n1)<-[:LOST_OP]-() } >= $p1) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p2
  RETURN [COUNT { MATCH (n1)<-[:ERVAART]-() }, COUNT { MATCH (n1)<-[:LOST_OP]-() }]
} AS c0, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE (EXISTS {
    MATCH (n1)-[:VALT_ONDER]->(n2)
    WHERE n2.id IN $p3
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p4
  RETURN [COLLECT {
    MATCH (n1)-[:VALT_ONDER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p5
    RETURN [n2.id]
  }]
} AS c1, COUNT {
  MATCH (n1:Oplossing)
  WHERE COUNT { MATCH (n1)<-[:VAN]-() } = $p6
} AS c2
