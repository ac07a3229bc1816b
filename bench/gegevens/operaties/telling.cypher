MATCH (k:Entiteit:Knelpunt {id: $id})
RETURN {knelpunt: {id: k.id, oplossingen: {
  aantal: COUNT { (k)<-[:LOST_OP]-() },
  edges: COLLECT {
    MATCH (k)<-[r:LOST_OP]-(o) WITH r, o ORDER BY o.volgorde LIMIT 25
    RETURN {cursor: o.volgorde, dekking: r.dekking, node: {id: o.id, titel: o.titel}}}
}}} AS data
