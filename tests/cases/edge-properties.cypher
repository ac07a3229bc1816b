RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Knelpunt)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)<-[r2:ERVAART]-(n2)
    WITH n2, r2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [COUNT {
      UNWIND r2.feiten AS f3
      MATCH (:Feit {id: f3})-[:BLIJKT_UIT]->(n3:Passage)
    }, n2.id, n2.weergavenaam, r2.ernst, r2.sinds]
  }, COLLECT {
    MATCH (n1)<-[r2:LOST_OP]-(n2)
    WITH n2, r2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    RETURN [n2.titel, r2.dekking]
  }]
} AS c0, COLLECT {
  MATCH (n1:Gemeente {code: $p4})
  WITH n1
  LIMIT $p5
  RETURN [COLLECT {
    MATCH (n1)-[r2:ERVAART]->(n2)
    WITH n2, r2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [n2.titel, r2.ernst, r2.sinds]
  }]
} AS c1
