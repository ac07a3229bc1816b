MATCH (o:Entiteit:Oplossing {id: $id})
RETURN {oplossing: {
  id: o.id, titel: o.titel, samenvatting: o.samenvatting, rijpheid: o.rijpheid,
  toepassingen: {nodes: COLLECT {
    MATCH (o)<-[:VAN]-(t) WITH t ORDER BY t.volgorde LIMIT 3
    RETURN {id: t.id, status: t.status, gemeente: head(COLLECT {
      MATCH (t)<-[:PAST_TOE]-(g) RETURN {id: g.id, naam: g.naam, provincie: g.provincie} LIMIT 1})}}},
  knelpunten: {nodes: COLLECT {
    MATCH (o)-[:LOST_OP]->(k) WITH k ORDER BY k.volgorde LIMIT 10
    RETURN {id: k.id, titel: k.titel, fase: k.fase}}},
  themas: COLLECT {
    MATCH (o)-[:GAAT_OVER]->(t) WITH t ORDER BY t.volgorde
    RETURN {id: t.id, naam: t.naam}}
}} AS data
