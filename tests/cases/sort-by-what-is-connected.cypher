RETURN COLLECT {
  MATCH (n1:Gemeente {code: $p0})
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:PAST_TOE]->(n2)
    WITH n2, coalesce(head(COLLECT {
      MATCH (n2)-[:VAN]->(n3)
      RETURN n3.volgorde
    }), '') AS s2_0, coalesce(n2.sinds, '￿') AS s2_1, n2.volgorde AS s2_2
    ORDER BY s2_0 DESC, s2_1, s2_2
    LIMIT $p2
    RETURN [COLLECT {
      MATCH (n2)-[:VAN]->(n3)
      WITH n3
      LIMIT $p3
      RETURN [n3.titel]
    }, coalesce(head(COLLECT {
      MATCH (n2)-[:VAN]->(n3)
      RETURN n3.volgorde
    }), ''), coalesce(n2.sinds, '￿'), n2.sinds, n2.volgorde]
  }]
} AS c0
