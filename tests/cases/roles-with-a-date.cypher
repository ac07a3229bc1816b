RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WITH n1
  LIMIT $p1
  RETURN [CASE WHEN n1:Persoon THEN [COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ]->(n2)
    WHERE r2.tot IS NULL
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p2
    RETURN [r2.functie]
  }, COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ|LID_VAN]->(n2)
    WHERE ((r2.tot >= $p3 OR r2.tot IS NULL) AND (r2.van <= $p4 OR r2.van IS NULL))
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p5
    RETURN [r2.functie]
  }, COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ|LID_VAN]->(n2)
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p6
    RETURN [COLLECT {
      UNWIND r2.feiten AS f3
      MATCH (:Feit {id: f3})-[:BLIJKT_UIT]->(n3:Passage)
      WITH n3, coalesce(n3.van, 9223372036854775807) AS s3_0, n3.id AS s3_1
      ORDER BY s3_0, s3_1
      LIMIT $p7
      RETURN [n3.passage]
    }, COUNT {
      UNWIND r2.feiten AS f3
      MATCH (:Feit {id: f3})-[:BLIJKT_UIT]->(n3:Passage)
    }, n2.id, n2.weergavenaam, r2.functie, r2.tot, r2.van, type(r2)]
  }] END, n1.id]
} AS c0
