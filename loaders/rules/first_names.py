"""First names that people in the Netherlands go by. A first name alone proves nothing: a function must go with it."""

FIRST_NAMES = frozenset(
    """
aaf aafke aaltje aad aaron abdel abdelkader abdellah abdul abel abraham achmed ad ada adam adel adil adriaan adriana
adrie adrienne afra agnes ahmad ahmed ahmet aicha aida aimee aïsha aisha alain albert alberto albertina ale alex
alexander alexandra alexia alfons alfred ali alice alicia alida aline alissa allard amal amanda amber ambroos amin amina
amir amira amy an ana anas andre andré andrea andreas andries andy anele angela angelina angelique aniek anika anil
anissa anita
anja anke ankie ann anna annabel annalies anne annebeth annechien anneke anneli annelies annelieke anneloes annelot
annemarie annemarieke annemiek
annemieke annet annette annewil annie annika anouk ans anthonie anthony anton antoine antoinette antonia antonie antoon
ard arda ardy arend arian ariane arie ariel arjan arjen arjo arlette armand arno arnold arnoud arnout aron art arthur
artur
arwin ashwin asma astrid atie atze audrey august auke aukje aurelie axel aya ayla ayse aysel ayşe aziz aziza baart
babette
bahar bahram barbara barend bart bartel bas basma bastiaan beatrijs beatrix bea beau bella ben benjamin benno bente
beppie berber
berend bernadet bernadette bernard bernhard bert berta bertha bertil bertine berry bertus bettina betty bianca bibi
bieneke bilal bill birgit
birgitte bob bonny boris boudewijn boukje bouwe brahim bram branko brechje brenda brian brigit brigitte britt bruno
burak
calvin camiel camilla can cara caren carin carina carla carlijn carlo carlos carmen carola carolien carolin carolina
caroline cas casper caspar cathelijne catharina catherine cato cees celeste celine cem cemal cemile chaib chantal
charity charles charlotte
chris christa christel christiaan christian christien christina christine christof christophe christopher cindy claar
claartje claes claire clara claudia
clemens cobi coby coen colette conny constance constantijn cor cora corien corina corine corinne corné cornelia
cornelis corrie
corry corstiaan cris cynthia cyriel daan daantje dagmar dahlia daisy damian damiaan dana daniel danielle daniëlle
danique danny daphne
darya david debbie deborah demi denise dennis derk desiree désirée devi dewi diana diane dick diederik diego dieneke
dieter dieuwertje dijana
dilan dimitri dimphy dinand dineke dini dion dirk dirkje djamila djoeke dolf dominic dominique don dora dorien dorine
doris
dorothé douwe dries duco dylan ebel ebru ebrahim eddy ed edgar edith edo edu eduard edward edwin eefje eefke eelco
eelke eef
eerde efraim egbert eileen eise ekrem elaine eleonora eline elif elisa elisabeth elise eliza elizabeth elke ella
elleke ellen
elles ellie elly elma elmer els elsa elsbeth else elselien elske elvira elwin emel emiel emil emile emilia emily emine
emma emmy emre engbert engel
enrico enver erdal erdinc eric erica erik erika erna ernst ernest errol erwin esmee esmeralda esra ester esther eugenie
eva evelien eveline evelyn evert evert-jan evy ewald ewout ezra fabian fabienne fadime fadoua faisal fanny farah farid
farida fariba
fatih fatiha fatima fatma fay feike feline felix femke femmy fenna fenne fenneke ferdi ferdinand ferhat fieke fien
fieke filip fleur flip floor floortje flora
florence floris fokke folkert fons foppe fouad fouzia frances francien francis francisca franciska franco frank frans
franka frank-jan frederik frederike fred freddy freek frida frieda friso frits froukje fulya gabriel gabriella
gabrielle gaby geert geerte geertje
geertruida gemma gerald geraldine gerard gerben gerbrand gerda gerdien gerke gerlinde germa germaine gerrie gerrit
gerrit-jan gert
gert-jan gertjan gertie gertrude gerty gideon giel gijs gijsbert gilles gina giovanni gisela gonda gonny govert grace
greet greetje gregor gretha guido
gus gülşen gülay guus haci hadassa hafid hafida hakan hakim halil halima hamid hamza han hanan hanife hanke hanna
hannah hanne
hanneke hannelore hannie hans hans-peter hardy haroen harold harm harman harmen harriet harrie harry hasan hasna
hassan hatice hayat hayriye hedda
hedwig hedy heidi heiko hein heleen helen helena helene helga helma hendrik hendrika henk henk-jan henkjan hennie
henny henri henriette
henrike henry herbert herma herman hermen hermien hermine hester hetty hicham hidde hielke hilal hilbrand hilda hilde
hildegard hille hiske hubert
hugo huib huibert humphrey huseyin hüseyin hussein ibrahim ibtissam ida idris idske ieke iet iesha ike ikram ilana
ilco ilham ilias iljan ilona
ilse imad iman imane imke imre ina inci ineke ines inez inga inge ingeborg ingmar ingrid ireen irena irene irfan iris
irma isa
isaac isabel isabella isabelle ismail ismael ivan ivar ivo ivonne iwan ize izaak jaap jaapjan jacco jack jacob jacoba
jacobien jacobine jacolien jacqueline jacques
jade jaimy jamal jamila jan jana jan-dirk jan-kees jan-peter jan-pieter jan-willem jane janet janine janna janneke
jannes jannet
jannetje jannie janny jannick jantien jantine jantje janwillem jared jaron jasmijn jasmina jasper jay jean jeanet
jeanine jeanette
jeannette jeannine jeffrey jelle jelmer jen jennie jennifer jenny jerôme jeroen jerry jesper jesse jessica jessie jet
jetske
jette jetta jetty jill jim jimmy jitse jitske jitty jo joan joanna joanne job jochem jochen jody joep joeri joey johan
johanna johannes
john johnny jolanda jolande jolanta jolien jolijn joline jonas jonathan joni jony joop joost joosje jop joran jordy
jorik joris jorn jorrit
jos josé jose josef joseph josefien josephine josien josine josje joyce juan judith jules julia julian juliana julie
juliette jules june jürgen
jurre jurrian jurriaan justin justine jutta kaat kadir karel karen karim karima karin karina karl karla karlijn karolien
kas kasper kathelijne kathleen katinka katja katrien katrijn kayleigh kees kelly kemal kenan kenneth kerim kerstin
kevin khadija khalid khalil kiki kim
kimberley kirsten kitty klaas klaas-jan klaartje klara klaus koen koenraad koert kor koos kris krista kristel kristien
kristin kübra lara lars latifa laura laurens
laurent laurette laurien lauri laurie lea leah leander lee leendert leila leily lena lenie lennart lennert lenneke
lenny leo leon leonard leonie
leonoor leonore leontien les lesley leslie leyla lex lia lian liane lianne lidia lidwien lidy lieke liam lien lies
liesbeth liese liesje lieselotte
lieve lieven lilian lily linda lindsay lindy line lineke linn linnea lisa lisanne lisbeth lise lisette lisanne liset
lisje liv liza lizzy lodewijk loek loes lola loni
lonneke lorena lotte lou louis louisa louise lourens lowie lucas lucia lucie lucien lucienne lucy ludo luis luisa luit
luitzen lukas luke lutske luuk lydia lynn
maaike maarten maartje machiel machteld madeleine madelief madelon mahmoud mahmut mahsa maike maikel maja maksim
malika malou manon manfred
manja manuel manuela mara marc marcel marcella marcelle marcia marco marcus mardi mareike marga margaret margaretha
margje margo margot margreet margriet
margrietha marguerite mari maria mariam marian marianne marie marieke mariël marielle mariëlle marie-josé marie-louise
marietje mariette marije marijke marijn marijne
marika marilène marina marinka marinus mario marion maris marisa marise marissa marit marita marja marjan marjanne
marjo marjolein marjolijn
marjon mark marko markus marleen marlein marlene marlies marlijn marloes marlou marlous mars marsha mart marten martha
marthe martien martijn
martin martina martine marty marvin marwa mary maryam maryse mascha mateusz mathias mathieu mathijs mathilde mats
matthias matthijs matthew maud maureen
maurice maurits max maxim maxime may mehmet meike mehdi meindert melanie melek melissa melle melvin memet mena menno
merel meriam merijn merle merve meryem
meta mia micha michael michaël michel michele michelle michiel mick mieke mien miep mies mike mila milan milou mimi
mimoun mina minke minne mira miranda mireille miriam mirja mirjam mirte mirthe
mitchel mo moniek monique mohamed mohammad mohammed moniek monica monika monja moos morad mounir mounia mourad
muhammed murat murielle muriel mustafa mustapha myrna myrte myrthe nabil nabila nada nadia nadine nadja
naima najat najib nancy naomi nanda nando nanne nannie nasir nasrin nasrien natalia natalie natascha natasja nathalie
nathan nawal nazan nel nela nele nelleke nellie nelly neeltje nerea
neslihan nick nicky nico nicoline nicolaas nicole nicolette niek nien niels niels-jan nienke nihad nika nikki nils
nina nine noa noah noël noor noortje nora norah norbert nordin nourdin noura nouria
nur nuray nuri nynke okke olaf olav ole olga oliver olivier olivia onno oscar oskar osman otto oumaima ousmane özlem
pamela pascal pascale patricia patrick patty paul paula paulien paulina pauline peggy
peer pepijn per petar peter petra petronella phaedra philip philippe pia piet pieter pieter-jan pieternel pieta pien
piera pim pleun poul pradeep priscilla priya quinten quirijn quirine rabia rachel rachid rachida radboud rafael raf
rahma rajesh ralf ralph ramazan ramon ramona randy raoul raquel rashid rasit raymond rebecca rebekka reda reem regina
regine reimer rein reina reinder reinier reinout reinoud reinhard rem remco remi remko rémy rena renata renate rené
rene renée renee reneke renske resi reyhan ria riet rianne ricardo richard richella rick rie riekie rien rienk riet
rietje rik rika rikkert rikus rinke rini rinie rinse rinske rinus rita rob robbert robert roberto robin rocco
rochelle roderick roel roelie roelien roelof roger rogier roland rolf rolien rolinka romana romano romy ron ronald
ronnie rory rosa rosalie rosan rosanne rosemarie rosemarijn rosita rosa-lynn roxanne roy ruben rudi rudolf rudy ruud
rukiye ruth rutger ruurd ryan sabah sabina sabine sabri sabrina sacha saida said salim salima sally salma sam samantha
sami samir samira sander sanderijn sandra saniye sanna sanne santi sara sarah saskia sascha sebastiaan sebastian
selim selina selma semih serap serkan serena serge servaas seyda shakila shanna sharon sheila sherida shirley sibel
siebe siebren sietse sietske sifra sigrid siham silke silvana silvia silvie simon simone sinan sipke sjaak sjaan sjef
sjoerd sjoerdtje sjon sjors soeniel soesja sofia sofie sofyan sonja sophia sophie soraya souad soufiane stan stef
stefan stefanie stein stella stephan stephanie steven stien stijn suzan suzanna suzanne suze svetlana swen sven
sybrand sybren
sylvain sylvana sylvester sylvia sylvie syb sytske taco taeke tahir tamara tanja tara tarik teun teunis teus tea ted
teddy tekla tessa tess thea theo theodora theodoor theresa therese thijs thijmen thirza thom thomas thys tiemen tijmen
tijn tijs til
tilly tim timo timon tineke tini tino tirza titia tjalling tjarda tjeerd tjerk tjitske tobias toine toke tom tommy ton
tonnie tonny tony tooske toos trees trijntje trudie trudy truus tuncay tünde twan tygo ubbo ugur ulrich umut ursula
valentijn
valerie vanessa vera veronica veronique victor victoria vincent viola violet virginia viviane vivian vivienne volkert
waldemar walid wally walter walther wanda ward wassila wei wendela wendelien wendy werner wessel wesley wiebe wiebke
wieke wiel wierd wies wieteke wietse wietske wil
wilbert wilco wildrik wilfred wilfried wilhelm wilhelmina wilja wilko willeke willem willem-jan willemien willemijn
william willianne willy wilma wim wiro wisse wouter wubbo wubbe xander xandra xavier yara yasin yasmin yasmina yasmine
yavuz yfke yildiz ymke yolanda yolande
yorick yorrick youri youssef youssra yvet yvette yvo yvon yvonne zahra zaid zakaria zehra zeynep zeki zineb zita zjos
zoë zoe zohra zuhal
""".split()
)
"""In lower case, with and without accents."""
