MATCH (t:Entiteit:Traject {id: $id})
RETURN {traject: {
  __typename: 'Traject', id: t.id, naam: t.naam, status: t.status,
  pasklaar: {nodes: COLLECT {
    MATCH (t)-[:LEVERT_OP]->(o) WHERE o.rijpheid = 'PASKLAAR' WITH o ORDER BY o.volgorde LIMIT 5
    RETURN {id: o.id, titel: o.titel, rijpheid: o.rijpheid}}},
  ideeen: {nodes: COLLECT {
    MATCH (t)-[:LEVERT_OP]->(o) WHERE o.rijpheid = 'IDEE' WITH o ORDER BY o.volgorde LIMIT 5
    RETURN {id: o.id, titel: o.titel, rijpheid: o.rijpheid}}},
  deelnemers: {edges: COLLECT {
    MATCH (t)<-[r:NEEMT_DEEL_AAN]-(g) WITH r, g ORDER BY g.volgorde LIMIT 10
    RETURN {rol: r.rol, node: CASE WHEN g:Gemeente THEN {id: g.id, naam: g.naam, provincie: g.provincie} ELSE {} END}}},
  knelpunten: {nodes: COLLECT {
    MATCH (t)-[:ONDERZOEKT]->(k) WITH k ORDER BY k.volgorde LIMIT 10
    RETURN {id: k.id, titel: k.titel, fase: k.fase,
      themas: COLLECT { MATCH (k)-[:GAAT_OVER]->(h) WITH h ORDER BY h.volgorde RETURN {naam: h.naam}},
      oplossingen: {nodes: COLLECT {
        MATCH (k)<-[:LOST_OP]-(o) WITH o ORDER BY o.volgorde LIMIT 5
        RETURN {id: o.id, titel: o.titel, rijpheid: o.rijpheid, maker: COLLECT {
          MATCH (o)-[:ONTWIKKELD_DOOR]->(g) WITH g ORDER BY g.volgorde
          RETURN CASE WHEN g:Gemeente THEN {id: g.id, naam: g.naam, provincie: g.provincie} ELSE {} END}}}}}}}
}} AS data
