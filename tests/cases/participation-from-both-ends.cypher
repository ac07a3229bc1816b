RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Traject)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)<-[r2:NEEMT_DEEL_AAN]-(n2)
    WHERE (n2:Departement OR n2:Gemeente)
    WITH n2, r2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [CASE WHEN n2:Gemeente THEN [n2.code] END, COLLECT {
      UNWIND r2.feiten AS f3
      MATCH (:Feit {id: f3})-[:BLIJKT_UIT]->(n3:Passage)
      WITH n3, coalesce(n3.van, 9223372036854775807) AS s3_0, n3.id AS s3_1
      ORDER BY s3_0, s3_1
      LIMIT $p3
      RETURN [n3.passage]
    }, n2.id, n2.weergavenaam, r2.rol, r2.tot, r2.van]
  }, COUNT {
    MATCH (n1)<-[:NEEMT_DEEL_AAN]-(n2)
    WHERE (n2:Departement OR n2:Gemeente)
  }, n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Gemeente {code: $p4})
  WITH n1
  LIMIT $p5
  RETURN [COLLECT {
    MATCH (n1)-[r2:NEEMT_DEEL_AAN]->(n2)
    WITH n2, r2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [n2.id, n2.naam, n2.status, n2.volgorde, r2.rol]
  }, COUNT { MATCH (n1)-[:NEEMT_DEEL_AAN]->() }]
} AS c1
