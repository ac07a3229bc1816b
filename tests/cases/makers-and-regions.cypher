RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE (EXISTS {
    MATCH (n1)-[:ONTWIKKELD_DOOR]->(n2)
    WHERE ((n2:Gemeente) AND n2.provincie = $p0)
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n1:Traject)
  WHERE (EXISTS {
    MATCH (n1)<-[:NEEMT_DEEL_AAN]-(n2)
    WHERE n2.id IN $p2
  } AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p3
  RETURN [n1.id]
} AS c1, COUNT {
  MATCH (n1:Toepassing)
  WHERE (EXISTS {
    MATCH (n1)-[:VAN]->(n2)
    WHERE n2.rijpheid IN $p4
  } AND EXISTS {
    MATCH (n1)<-[:PAST_TOE]-(n2)
    WHERE n2.jeugdregio IS NOT NULL
  })
} AS c2
