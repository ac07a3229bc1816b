MATCH (o:Oplossing) WHERE o.volgorde IS NOT NULL
WITH o ORDER BY o.volgorde LIMIT 101
RETURN collect([o.id, o.titel, o.rijpheid, o.samenvatting])
