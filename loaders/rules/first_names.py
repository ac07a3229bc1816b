"""First names that people in the Netherlands go by. A first name alone proves nothing: a function must go with it."""

FIRST_NAMES = frozenset(
    """
    aad aaf aafke aaltje aaron abdel abdelkader abdellah abdul abel abraham achmed ad ada adam adel adil adriaan
    adriana adrie adrienne afra agnes ahmad ahmed ahmet aicha aida aimee aisha alain albert albertina alberto ale
    alex alexander alexandra alexia alfons alfred ali alice alicia alida aline alissa allard amal amanda amber
    ambroos amin amina amir amira amy an ana anas andre andrea andreas andries andré andy anele angela angelina
    angelique aniek anika anil anissa anita anja anke ankie ann anna annabel annalies anne annebeth annechien anneke
    anneli annelieke annelies anneloes annelot annemarie annemarieke annemiek annemieke annet annette annewil annie
    annika anouk ans anthonie anthony antoine antoinette anton antonia antonie antoon ard arda ardy arend arian
    ariane arie ariel arjan arjen arjo arlette armand arno arnold arnoud arnout aron art arthur artur arwin ashwin
    asma astrid atie atze audrey august auke aukje aurelie axel aya ayla ayse aysel ayşe aziz aziza aïsha baart
    babette bahar bahram barbara barend bart bartel bas basma bastiaan bea beatrijs beatrix beau bella ben benjamin
    benno bente beppie berber berend bernadet bernadette bernard bernhard berry bert berta bertha bertil bertine
    bertus bettina betty bianca bibi bieneke bilal bill birgit birgitte bob bonny boris boudewijn bouke boukje bouwe
    brahim bram branko brechje brenda brian brigit brigitte britt bruno burak calvin camiel camilla can cara caren
    carin carina carla carlijn carlo carlos carmen carola carolien carolin carolina caroline cas caspar casper
    catharina cathelijne catherine cato cees celeste celine cem cemal cemile chaib chantal charity charles charlotte
    chris christa christel christiaan christian christien christina christine christof christophe christopher cindy
    claar claartje claes claire clara claudia clemens cobi coby coen colette conny constance constantijn cor cora
    corien corina corine corinne cornelia cornelis corné corrie corry corstiaan cris cynthia cyriel daan daantje
    dagmar dahlia daisy damiaan damian dana daniel danielle danique daniëlle danny daphne darya david debbie deborah
    demi denise dennis derk desiree devi dewi diana diane dick diederik diego dieneke dieter dieuwertje dijana dilan
    dimitri dimphy dinand dineke dini dion dirk dirkje djamila djoeke dolf dominic dominique don dora dorien dorine
    doris dorothé douwe dries duco dylan désirée ebel ebrahim ebru ed eddy edgar edith edo edu eduard edward edwin
    eef eefje eefke eelco eelke eerde efraim egbert eileen eise ekrem elaine eleonora elif eline elisa elisabeth
    elise eliza elizabeth elke ella elleke ellen elles ellie elly elma elmer els elsa elsbeth else elselien elske
    elvira elwin emel emiel emil emile emilia emily emine emma emmy emre engbert engel enrico enver erdal erdinc
    eric erica erik erika erna ernest ernst errol erwin esmee esmeralda esra ester esther eugenie eva evelien
    eveline evelyn evert evert-jan evy ewald ewout ezra fabian fabienne fadime fadoua faisal fanny farah fariba
    farid farida fatih fatiha fatima fatma fay feike feline felix femke femmy fenna fenne fenneke ferdi ferdinand
    ferhat fieke fien filip fleur flip floor floortje flora florence floris fokke folkert fons foppe fouad fouzia
    frances francien francis francisca franciska franco frank frank-jan franka frans fred freddy frederik frederike
    freek frida frieda friso frits froukje fulya gabriel gabriella gabrielle gaby geert geerte geertje geertruida
    gemma gerald geraldine gerard gerben gerbrand gerda gerdien gerke gerlinde germa germaine gerrie gerrit
    gerrit-jan gert gert-jan gertie gertjan gertrude gerty gideon giel gijs gijsbert gilles gina giovanni gisela
    gonda gonny govert grace greet greetje gregor gretha guido gus guus gülay gülşen haci hadassa hafid hafida hakan
    hakim halil halima hamid hamza han hanan hanife hanke hanna hannah hanne hanneke hannelore hannie hans
    hans-peter hardy harm harman harmen haroen harold harrie harriet harry hasan hasna hassan hatice hayat hayriye
    hedda hedwig hedy heidi heiko hein heleen helen helena helene helga helma hendrik hendrika henk henk-jan henkjan
    hennie henny henri henriette henrike henry herbert herma herman hermen hermien hermine hester hetty hicham hidde
    hielke hilal hilbrand hilda hilde hildegard hille hiske hubert hugo huib huibert humphrey huseyin hussein
    hüseyin ibrahim ibtissam ida idris idske ieke iesha iet ike ikram ilana ilco ilham ilias iljan ilona ilse imad
    iman imane imke imre ina inci ineke ines inez inga inge ingeborg ingmar ingrid ireen irena irene irfan iris irma
    isa isaac isabel isabella isabelle ismael ismail ivan ivar ivo ivonne iwan izaak ize jaap jaapjan jacco jack
    jacob jacoba jacobien jacobine jacolien jacqueline jacques jade jaimy jamal jamila jan jan-dirk jan-kees
    jan-peter jan-pieter jan-willem jana jane janet janine janna janneke jannes jannet jannetje jannick jannie janny
    jantien jantine jantje janwillem jared jaron jasmijn jasmina jasper jay jean jeanet jeanette jeanine jeannette
    jeannine jeffrey jelle jelmer jen jennie jennifer jenny jeroen jerry jerôme jesper jesse jessica jessie jet
    jetske jetta jette jetty jill jim jimmy jitse jitske jitty jo joan joanna joanne job jochem jochen jody joep
    joeri joey johan johanna johannes john johnny jolanda jolande jolanta jolien jolijn joline jonas jonathan joni
    jony joop joosje joost jop joran jordy jorik joris jorn jorrit jos jose josef josefien joseph josephine josien
    josine josje josé joyce juan judith jules julia julian juliana julie juliette june jurre jurriaan jurrian justin
    justine jutta jürgen kaat kadir karel karen karim karima karin karina karl karla karlijn karolien kas kasper
    kathelijne kathleen katinka katja katrien katrijn kayleigh kees kelly kemal kenan kenneth kerim kerstin kevin
    khadija khalid khalil kiki kim kimberley kirsten kitty klaartje klaas klaas-jan klara klaus koen koenraad koert
    koos kor kris krista kristel kristien kristin kübra lara lars latifa laura laurens laurent laurette lauri laurie
    laurien lea leah leander lee leendert leila leily lena lenie lennart lenneke lennert lenny leo leon leonard
    leonie leonoor leonore leontien les lesley leslie lex leyla lia liam lian liane lianne lidia lidwien lidy lieke
    lien lies liesbeth liese lieselotte liesje lieve lieven lilian lily linda lindsay lindy line lineke linn linnea
    lisa lisanne lisbeth lise liset lisette lisje liv liza lizzy lodewijk loek loes lola loni lonneke lorena lotte
    lou louis louisa louise lourens lowie lucas lucia lucie lucien lucienne lucy ludo luis luisa luit luitzen lukas
    luke lutske luuk lydia lynn maaike maarten maartje machiel machteld madeleine madelief madelon mahmoud mahmut
    mahsa maike maikel maja maksim malika malou manfred manja manon manuel manuela mara marc marcel marcella
    marcelle marcia marco marcus mardi mareike marga margaret margaretha margje margo margot margreet margriet
    margrietha marguerite mari maria mariam marian marianne marie marie-josé marie-louise marieke marielle marietje
    mariette marije marijke marijn marijne marika marilène marina marinka marinus mario marion maris marisa marise
    marissa marit marita mariël mariëlle marja marjan marjanne marjo marjolein marjolijn marjon mark marko markus
    marleen marlein marlene marlies marlijn marloes marlou marlous mars marsha mart marten martha marthe martien
    martijn martin martina martine marty marvin marwa mary maryam maryse mascha mateusz mathias mathieu mathijs
    mathilde mats matthew matthias matthijs maud maureen maurice maurits max maxim maxime may mehdi mehmet meike
    meindert melanie melek melissa melle melvin memet mena menno merel meriam merijn merle merve meryem meta mia
    micha michael michaël michel michele michelle michiel mick mieke mien miep mies mike mila milan milou mimi
    mimoun mina minke minne mira miranda mireille miriam mirja mirjam mirte mirthe mitchel mo mohamed mohammad
    mohammed monica moniek monika monique monja moos morad mounia mounir mourad muhammed murat muriel murielle
    mustafa mustapha myrna myrte myrthe nabil nabila nada nadia nadine nadja naima najat najib nancy nanda nando
    nanne nannie naomi nasir nasrien nasrin natalia natalie natascha natasja nathalie nathan nawal nazan neeltje nel
    nela nele nelleke nellie nelly nerea neslihan nick nicky nico nicolaas nicole nicolette nicoline niek niels
    niels-jan nien nienke nihad nika nikki nils nina nine noa noah noor noortje nora norah norbert nordin noura
    nourdin nouria noël nur nuray nuri nynke okke olaf olav ole olga oliver olivia olivier onno oscar oskar osman
    otto oumaima ousmane pamela pascal pascale patricia patrick patty paul paula paulien paulina pauline peer peggy
    pepijn per petar peter petra petronella phaedra philip philippe pia pien piera piet pieta pieter pieter-jan
    pieternel pim pleun poul pradeep priscilla priya quinten quirijn quirine rabia rachel rachid rachida radboud raf
    rafael rahma rajesh ralf ralph ramazan ramon ramona randy raoul raquel rashid rasit raymond rebecca rebekka reda
    reem regina regine reimer rein reina reinder reinhard reinier reinoud reinout rem remco remi remko rena renata
    renate rene renee reneke renske rené renée resi reyhan ria rianne ricardo richard richella rick rie riekie rien
    rienk riet rietje rik rika rikkert rikus rini rinie rinke rinse rinske rinus rita rob robbert robert roberto
    robin rocco rochelle roderick roel roelie roelien roelof roger rogier roland rolf rolien rolinka romana romano
    romy ron ronald ronnie rory rosa rosa-lynn rosalie rosan rosanne rosemarie rosemarijn rosita roxanne roy ruben
    rudi rudolf rudy rukiye rutger ruth ruud ruurd ryan rémy sabah sabina sabine sabri sabrina sacha said saida
    salim salima sally salma sam samantha sami samir samira sander sanderijn sandra saniye sanna sanne santi sara
    sarah sascha saskia sebastiaan sebastian selim selina selma semih serap serena serge serkan servaas seyda
    shakila shanna sharon sheila sherida shirley sibel siebe siebren sietse sietske sifra sigrid siham silke silvana
    silvia silvie simon simone sinan sipke sjaak sjaan sjef sjoerd sjoerdtje sjon sjors soeniel soesja sofia sofie
    sofyan sonja sophia sophie soraya souad soufiane stan stef stefan stefanie stein stella stephan stephanie steven
    stien stijn suzan suzanna suzanne suze sven svetlana swen syb sybrand sybren sylvain sylvana sylvester sylvia
    sylvie sytske taco taeke tahir tamara tanja tara tarik tea ted teddy tekla tess tessa teun teunis teus thea theo
    theodoor theodora theresa therese thijmen thijs thirza thom thomas thys tiemen tijmen tijn tijs til tilly tim
    timo timon tineke tini tino tirza titia tjalling tjarda tjeerd tjerk tjitske tobias toine toke tom tommy ton
    tonnie tonny tony toos tooske trees trijntje trudie trudy truus tuncay twan tygo tünde ubbo ugur ulrich umut
    ursula valentijn valerie vanessa vera veronica veronique victor victoria vincent viola violet virginia vivian
    viviane vivienne volkert waldemar walid wally walter walther wanda ward wassila wei wendela wendelien wendy
    werner wesley wessel wiebe wiebke wieke wiel wierd wies wieteke wietse wietske wil wilbert wilco wildrik wilfred
    wilfried wilhelm wilhelmina wilja wilko willeke willem willem-jan willemien willemijn william willianne willy
    wilma wim wiro wisse wouter wubbe wubbo xander xandra xavier yara yasin yasmin yasmina yasmine yavuz yfke yildiz
    ymke yolanda yolande yorick yorrick youri youssef youssra yvet yvette yvo yvon yvonne zahra zaid zakaria zehra
    zeki zeynep zineb zita zjos zoe zohra zoë zuhal özlem
    """.split()
)
"""In lower case, with and without accents."""
