RETURN COLLECT {
  MATCH (n1:Traject)
  WHERE (NOT EXISTS {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WHERE EXISTS {
      MATCH (n2)-[:DEEL_VAN*0..6]->(n3)
      WHERE n3.id IN $p0
    }
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.id]
  }]
} AS c0, COUNT {
  MATCH (n1:Knelpunt)
  WHERE EXISTS {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WHERE EXISTS {
      MATCH (n2)-[:DEEL_VAN*0..6]->(n3)
      WHERE n3.id IN $p3
    }
  }
} AS c1, COUNT {
  MATCH (n1:Knelpunt)
  WHERE EXISTS {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WHERE n2.id IN $p4
  }
} AS c2
