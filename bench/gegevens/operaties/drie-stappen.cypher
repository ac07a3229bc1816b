MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN {knelpunt: {titel: k.titel, oplossingen: {nodes: COLLECT {
  MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 10
  RETURN {titel: o.titel, toepassingen: {nodes: COLLECT {
    MATCH (o)<-[:VAN]-(t) WITH t ORDER BY t.volgorde LIMIT 10
    RETURN {gemeente: head(COLLECT {
      MATCH (t)<-[:PAST_TOE]-(g)
      RETURN {naam: g.naam, ervaart: {nodes: COLLECT {
        MATCH (g)-[:ERVAART]->(e) WITH e ORDER BY e.volgorde LIMIT 5
        RETURN {titel: e.titel}}}} LIMIT 1})}}}}}}
}} AS data
