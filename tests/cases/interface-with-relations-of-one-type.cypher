RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WITH n1
  LIMIT $p1
  RETURN [CASE WHEN n1:Gemeente THEN [COLLECT {
    MATCH (n1)-[:HOORT_BIJ]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.id]
  }, COLLECT {
    MATCH (n1)<-[:HOORT_BIJ]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    RETURN [CASE WHEN n2:Gemeente THEN [COLLECT {
      MATCH (n2)-[:PAST_TOE]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p4
      RETURN [n3.status]
    }, n2.code] WHEN n2:Organisatie THEN [n2.website] END, n2.id, n2.weergavenaam]
  }] WHEN n1:Departement THEN [COLLECT {
    MATCH (n1)-[:HOORT_BIJ]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p5
    RETURN [n2.id]
  }, COLLECT {
    MATCH (n1)<-[:HOORT_BIJ]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [CASE WHEN n2:Gemeente THEN [COLLECT {
      MATCH (n2)-[:PAST_TOE]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p7
      RETURN [n3.status]
    }, n2.code] WHEN n2:Organisatie THEN [n2.website] END, n2.id, n2.weergavenaam]
  }] WHEN n1:Organisatie THEN [COLLECT {
    MATCH (n1)-[:HOORT_BIJ]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p8
    RETURN [n2.id]
  }, COLLECT {
    MATCH (n1)<-[:HOORT_BIJ]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p9
    RETURN [CASE WHEN n2:Gemeente THEN [COLLECT {
      MATCH (n2)-[:PAST_TOE]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p10
      RETURN [n3.status]
    }, n2.code] WHEN n2:Organisatie THEN [n2.website] END, n2.id, n2.weergavenaam]
  }] END, n1.id]
} AS c0
