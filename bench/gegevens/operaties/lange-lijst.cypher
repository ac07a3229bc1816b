MATCH (o:Oplossing) WHERE o.volgorde IS NOT NULL
WITH o ORDER BY o.volgorde LIMIT $aantal
RETURN {oplossingen: {nodes: collect({id: o.id, titel: o.titel, rijpheid: o.rijpheid, bewijs: o.bewijs})}} AS data
