MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN k.id, COUNT { (k)<-[:LOST_OP]-() }, COLLECT {
  MATCH (k)<-[r:LOST_OP]-(o) WITH r, o ORDER BY o.volgorde LIMIT 25
  RETURN [o.volgorde, r.dekking, o.id, o.titel] }
