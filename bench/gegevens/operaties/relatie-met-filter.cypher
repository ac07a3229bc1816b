MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN k.id, k.titel, COLLECT {
  MATCH (k)<-[r:LOST_OP]-(o) WITH r, o ORDER BY o.volgorde LIMIT 25
  RETURN [r.dekking, o.id, o.titel, o.rijpheid, COLLECT {
    MATCH (o)<-[:VAN]-(t) WHERE t.status = 'IN_GEBRUIK' WITH t ORDER BY t.volgorde LIMIT 10
    RETURN [t.status, t.sinds, head(COLLECT { MATCH (t)<-[:PAST_TOE]-(g) RETURN [g.id, g.naam] LIMIT 1 })] }] }
