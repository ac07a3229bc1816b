MATCH (o:Entiteit:Oplossing {id: $id})
RETURN o.id, o.titel, o.samenvatting, o.rijpheid,
  COLLECT {
    MATCH (o)<-[:VAN]-(t) WITH t ORDER BY t.volgorde LIMIT 3
    RETURN [t.id, t.status, head(COLLECT { MATCH (t)<-[:PAST_TOE]-(g) RETURN [g.id, g.naam, g.provincie] LIMIT 1 })] },
  COLLECT { MATCH (o)-[:LOST_OP]->(k) WITH k ORDER BY k.volgorde LIMIT 10 RETURN [k.id, k.titel, k.fase] },
  COLLECT { MATCH (o)-[:GAAT_OVER]->(t) WITH t ORDER BY t.volgorde RETURN [t.id, t.naam] }
