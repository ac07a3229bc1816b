RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Thema)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)<-[:GAAT_OVER]-(n2:Knelpunt)
    WHERE n2.fase IN $p2
    WITH n2, COUNT { MATCH (n2)<-[:LOST_OP]-() } AS s2_0, n2.volgorde AS s2_1
    ORDER BY s2_0 DESC, s2_1
    LIMIT $p3
    RETURN [COUNT { MATCH (n2)<-[:LOST_OP]-() }, n2.fase, n2.titel, n2.volgorde]
  }, COLLECT {
    MATCH (n1)<-[:GAAT_OVER]-(n2:Oplossing)
    WITH n2, n2.rijpheidRang AS s2_0, n2.volgorde AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p4
    RETURN [n2.rijpheid, n2.titel]
  }, COUNT {
    MATCH (n1)<-[:GAAT_OVER]-(n2:Knelpunt)
    WHERE n2.fase IN $p5
  }, COUNT { MATCH (n1)<-[:GAAT_OVER]-(n2:Oplossing) }]
} AS c0
