MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN {knelpunt: {id: k.id, titel: k.titel, oplossingen: {edges: COLLECT {
  MATCH (k)<-[r:LOST_OP]-(o) WITH r, o ORDER BY o.volgorde LIMIT 25
  RETURN {dekking: r.dekking, node: {id: o.id, titel: o.titel, rijpheid: o.rijpheid, toepassingen: {nodes: COLLECT {
    MATCH (o)<-[:VAN]-(t) WHERE t.status = 'IN_GEBRUIK' WITH t ORDER BY t.volgorde LIMIT 10
    RETURN {status: t.status, sinds: t.sinds, gemeente: head(COLLECT {
      MATCH (t)<-[:PAST_TOE]-(g) RETURN {id: g.id, naam: g.naam} LIMIT 1})}}}}}}}
}} AS data
