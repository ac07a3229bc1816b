MATCH (t:Entiteit:Traject {id: $id})
RETURN t.id, t.naam, t.status,
  COLLECT {
    MATCH (t)-[:LEVERT_OP]->(o) WHERE o.rijpheid = 'PASKLAAR' WITH o ORDER BY o.volgorde LIMIT 5
    RETURN [o.id, o.titel, o.rijpheid] },
  COLLECT {
    MATCH (t)-[:LEVERT_OP]->(o) WHERE o.rijpheid = 'IDEE' WITH o ORDER BY o.volgorde LIMIT 5
    RETURN [o.id, o.titel, o.rijpheid] },
  COLLECT {
    MATCH (t)<-[r:NEEMT_DEEL_AAN]-(g) WITH r, g ORDER BY g.volgorde LIMIT 10
    RETURN [r.rol, CASE WHEN g:Gemeente THEN [g.id, g.naam, g.provincie] END] },
  COLLECT {
    MATCH (t)-[:ONDERZOEKT]->(k) WITH k ORDER BY k.volgorde LIMIT 10
    RETURN [k.id, k.titel, k.fase,
      COLLECT { MATCH (k)-[:GAAT_OVER]->(h) WITH h ORDER BY h.volgorde RETURN h.naam },
      COLLECT {
        MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 5
        RETURN [o.id, o.titel, o.rijpheid, COLLECT {
          MATCH (o)-[:ONTWIKKELD_DOOR]->(g) WITH g ORDER BY g.volgorde
          RETURN CASE WHEN g:Gemeente THEN [g.id, g.naam, g.provincie] END }] }] }
