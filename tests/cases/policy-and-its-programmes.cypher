RETURN COLLECT {
  MATCH (n1:Beleidskader)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)-[:HEEFT_PROGRAMMA]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [COLLECT {
      MATCH (n2)-[:BEVAT]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p3
      RETURN [n3.titel]
    }, COLLECT {
      MATCH (n2)-[:GAAT_OVER]->(n3)
      WITH n3
      LIMIT $p4
      RETURN [n3.naam]
    }, COLLECT {
      MATCH (n2)<-[:HEEFT_PROGRAMMA]-(n3)
      WITH n3
      LIMIT $p5
      RETURN [n3.id]
    }, n2.titel]
  }, COLLECT {
    MATCH (n1)-[:VALT_ONDER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:STELT_VAST]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p7
    RETURN [n2.naam]
  }, n1.titel, n1.vastgesteldOp]
} AS c0, COUNT { MATCH (n1:Beleidskader) } AS c1
