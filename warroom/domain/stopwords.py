"""Words that say nothing of what people talk about, in the languages that a team is likely to meet.

Where there is a baseline to compare with, what people always say is no news anyway: this list is for the first hours,
and for the words that come with any quarrel. It is folded as ``domain.text.tokens`` folds.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.text import tokens

_ENGLISH: Final = """
a about above after again all almost already also although always am amp an and another any anybody anyone
anything are aren around as ask at away back be because been before being below best better between both but by
came can cannot come comes could couldn day days did didn do does doesn doing don done down dont during each
either else enough even ever every everybody everyone everything few first for from get gets getting give go
goes going gone gonna good got gotta had has hasn have haven having he hello her here hers hey hi him his how
however i if im in instead into is isn it its itself ive just keep know last least less let like ll lol long
look lot made make makes making many may maybe me might mine more most much must my myself need needs never new
next no nobody none nope not nothing now of off ok okay old on once one only onto or other others our ours out
over own part people per please pretty put quite rather re really right said same say saying says see seems seen
shall she should shouldn since so some somebody someone something sometimes soon still stuff such sure take
takes tell than thank thanks that the their theirs them themselves then there these they thing things think this
those though through thx til till time times to today told tomorrow tonight too took try trying two under until
up us use used very via want wants was wasn way we week well went were weren what when where whether which while
who whole whom whose why will with within without won wont would wouldn wow yeah year years yes yesterday yet
you your yours yourself rt
"""
_GERMAN: Final = """
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist bitte da
dabei dafur damit danach dann daran darauf darf das dass dein deine dem den denn der des dich die dies diese
diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach er es etwas euch
euer fur ganz gar gegen geht gerade gibt habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer im immer in ins ist ja jede jeden jeder jemand jetzt kann kein keine keinen konnen konnte lasst
machen macht mal man mehr mein meine meinem meinen meiner mich mir mit muss mussen nach nein nicht nichts nie
noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit sich sie sind so soll sollte
sondern sonst uber um und uns unser unsere unter viel viele vom von vor war waren warum was weil weiter welche
wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwei heute gestern morgen jahr jahre tag
leute danke
"""
_FRENCH: Final = """
ai aie alors apres au aucun aussi autre aux avait avant avec avez avoir avons bien bon c ca car ce cela celle
celui ces cet cette ceux chez comme comment d dans de deja depuis des deux dire dit doit donc dont du elle elles
en encore entre es est et etait ete etes etre eu eux faire fait faut fois il ils j je jour juste l la le les
leur leurs lui m ma mais me meme merci mes moi moins mon n ne ni non nos notre nous on ont ou oui par parce pas
peu peut plus pour pourquoi qu quand que quel quelle qui quoi rien s sa sans se sera ses si son sont sous suis
sur t ta te tes toi ton toujours tous tout toute toutes tres trop tu un une va vos votre vous y
"""
_SPANISH: Final = """
a ahora al algo alguien antes aqui asi aun aunque bien cada como con contra cosa cual cuando de del desde
despues dia donde dos durante e el ella ellos en entre era eran eres es esa esas ese eso esos esta estaba estado
estamos estan estar estas este esto estos estoy fue fueron gracias ha hace hacer hacia han hasta hay he hola hoy
la las le les lo los mas me menos mi mis mismo mucho muchos muy nada ni no nos nosotros nuestra nuestro nunca o
os otra otro para pero poco por porque pues que quien se sea ser si sido siempre sin sobre solo son soy su sus
tal tambien tan tanto te tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos usted ustedes
va vamos vez vos y ya yo
"""
_ITALIAN: Final = """
abbiamo ad adesso agli ai al alla alle allo anche ancora avere c che chi ci cio col come con contro cosa cosi
cui da dai dal dalla dalle dei del della delle dello di dopo dove e ecco ed era essere fa fare fatto fino fra
gia gli grazie ha hai hanno ho i il in io l la le lei li lo loro lui ma mai me meno mi mia mio molto ne negli
nei nel nella nelle no noi non nostra nostro o ogni oggi per perche piu poi prima proprio qua quando quanto
quella quelle quelli quello questa queste questi questo qui se sei sempre senza si sia solo sono sta stato su
sua sugli sui sul sulla suo te ti tra troppo tu tutti tutto un una uno vi voi
"""
_PORTUGUESE: Final = """
a agora ai ainda alguem antes ao aos as ate bem cada com como da das de dela dele depois do dos e ela elas ele
eles em entre era essa esse esta estao estar estava este eu fazer foi foram gente ha hoje isso isto ja la lhe
mais mas me mesmo meu meus minha muito na nada nao nas nem no nos nossa nosso num numa nunca o obrigado os ou
para pela pelo pessoas por porque pra pro qual quando que quem se sem sempre ser seu seus so sobre sou sua suas
tambem tanto te tem tenho ter teu toda todo todos tu tudo um uma vai vamos vc voce voces voltar
"""
_DUTCH: Final = """
aan af al alle als altijd andere ben bij daar dag dan dat de deze die dit doen door dus een en er erg ga gaan
geen geweest goed haar had hadden hebben hebt heeft heel hem het hier hij hoe hun ik in is ja je jij jou jouw
jullie kan komen kun kunnen maar me meer men met mij mijn moet na naar niet niets nog nooit nu of om omdat onder
ons onze ook op over pas te tegen toch toen tot u uit uw van vandaag veel voor waar want was wat we weer wel wij
wie wil wordt zal ze zei zelf zich zij zijn zo zonder zou
"""
_NORDIC: Final = """
alla alle allt andra at att av bare blev bli blir da de dem den denna der deras det detta dig din ditt dom du
efter eller en er ett for fra fran ga ha hade hadde han har hende hennes her hon honom hun hur hva hvad hvor i
igen ikke ingen inte jag jeg kan kommer kun mange med meg men mer mera mig min mitt mot mycket nar nogot nu och
og ogsa om on over pa sa samma sig sin sitt ska skal skulle som till til under upp ut vad var vara varit vart vi
vil vill ville virkelig ved ar
"""
_POLISH: Final = """
a albo ale bardzo bez bo by byc byl byla bylo byly chce ci cie co czy dla do dzis gdy gdzie go i ich ile im ja
jak jako je jego jej jest jestem jeszcze jesli juz kiedy kto ktora ktore ktory lub ma mam mi mnie moj moze mozna
my na nad nam nas nic nie niego niej nim o od on ona one oni po pod przed przez przy sa sam sie sobie ta tak
takie tam te tego tej ten to tu ty tych tylko tym u w wiec wszystko wy z za ze zeby
"""
_TURKISH: Final = """
acaba ama artik ben bana beni benim bir biri biz bize bizim bu buna bunu cok cunku da daha de degil diye en gibi
hem hep her hic icin ile ise iste kadar ki kim mi mu nasil ne neden nerede o olan olarak oldu olsun olur ona
onlar onu sana sen seni siz size sonra su sey tum var ve veya ya yani yok
"""
# Russian, Arabic, Korean by words; Japanese and Chinese by pairs of characters.
_OTHERS: Final = """
и в во не что он на я с со как а то все она так его но да ты
к у же вы за бы по только ее мне было вот от меня еще нет о
из ему теперь когда даже ну вдруг ли если уже или ни быть
был него до вас опять уж вам ведь там потом себя ничего ей
может они тут где есть надо для мы тебя их чем была сам чтоб
без будто чего раз тоже себе под будет тогда кто этот того
потому этого какой совсем этом это эта эти почти мой тем
чтобы были всех можно при об много очень так просто في من
على الى إلى عن ما لا هذا هذه ذلك التي الذي أن ان كان كل مع
هو هي لم لن قد ثم أو او بعد قبل عند يا حتى نحن أنا انا です ます
した して ない から こと ので った ました ている てる った たい さん けど という んた って など それ
これ この その まし 我们 你们 他们 这个 那个 什么 没有 不是 就是 一个 可以 自己 现在 已经 因为 所以
但是 如果 还是 怎么 这样 知道 真的 大家
"""

_EVERY: Final = (_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH, _NORDIC, _POLISH, _TURKISH,
                 _OTHERS)
STOPWORDS: Final = frozenset("".join(tokens(word)) for words in _EVERY for word in words.split())
