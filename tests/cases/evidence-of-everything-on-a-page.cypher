RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:LOST_OP]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [COLLECT {
      UNWIND n2.feiten AS f3
      MATCH (:Feit {id: f3})-[:BLIJKT_UIT]->(n3:Passage)
      WITH n3, coalesce(n3.van, 9223372036854775807) AS s3_0, n3.id AS s3_1
      ORDER BY s3_0, s3_1
      LIMIT $p2
      RETURN [n3.id]
    }, n2.titel]
  }, COLLECT {
    UNWIND n1.feiten AS f2
    MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)
    WITH n2, coalesce(n2.van, 9223372036854775807) AS s2_0, n2.id AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p3
    RETURN [COLLECT {
      MATCH (n2)-[:UIT]->(n3)
      WITH n3
      LIMIT $p4
      RETURN [n3.titel]
    }, n2.passage]
  }, COUNT {
    UNWIND n1.feiten AS f2
    MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)
  }, n1.titel]
} AS c0
