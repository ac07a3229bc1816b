MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN k.titel, COLLECT {
  MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 10
  RETURN [o.titel, COLLECT {
    MATCH (o)<-[:VAN]-(t) WITH t ORDER BY t.volgorde LIMIT 10
    RETURN head(COLLECT {
      MATCH (t)<-[:PAST_TOE]-(g)
      RETURN [g.naam, COLLECT {
        MATCH (g)-[:ERVAART]->(e) WITH e ORDER BY e.volgorde LIMIT 5
        RETURN e.titel }] LIMIT 1 }) }] }
