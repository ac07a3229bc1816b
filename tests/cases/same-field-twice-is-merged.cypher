RETURN COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [COLLECT {
      MATCH (n2)<-[:DEEL_VAN]-(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p2
      RETURN [n3.id]
    }, n2.id, n2.naam]
  }, n1.id, n1.titel]
} AS c0, COUNT { MATCH (n1:Knelpunt) } AS c1
