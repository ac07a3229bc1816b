RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE ((EXISTS { MATCH (n1)-[:GAAT_OVER]->() } AND NOT EXISTS {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WHERE NOT coalesce(n2.naamPlat STARTS WITH $p0, false)
  }) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.naam]
  }]
} AS c0
