"""Puns: a well-known turn that plays on what the post is about, as a short comment of its own: "Talk about hot water!" on a boiler.

A turn alone is harmless ("snowed under with calls"), and so is the thing alone: only both together jest, in a short
sentence that says nobody's trouble, no sum, no time and no act of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.phrases import Phrases

#: What the post or the reply is about, and the turns that play on it.
_TURNS: Final = tuple((re.compile(rf"\b(?:{topic})"), Phrases(turns, everywhere=True)) for topic, turns in (
    (r"flood|leak|rain|pool|water|storm|burst|ferry|ships?\b|boats?\b|cruise|pipe|tap\b|shower|boiler|sprinkler|swim", """
        in|into hot|deep|troubled water|waters
        when it rains
        storm in a teacup|glass
        plain|smooth sailing
        drop in the ocean|bucket
        make|makes|made|making waves|a_splash|quite_a_splash|a_big_splash
        sink or swim
        in the same boat
        tip of the iceberg
        head above water
        dampen|dampened|dampens ^1 our|the|your|anyone's|any spirits|mood|fun
        hell or high water
        all at sea
        rock|rocked|rocks the boat
        take|taking|took|taken the plunge
        pour|pours|poured|pouring cold water
        open|opened|opens the floodgates
        wet behind|blanket
        soup of the day
        right as rain
        go|going|went|goes with the flow
        down the drain|plughole
        in at the deep end
        water off a duck's
        singing in the rain
        abandon ship
        sea legs
    """),
    (r"fire|burn|smoke|batter|gas\b|explo|oven|grill|barbecue|bbq|overheat|heater|hob|candle|charger|toaster|firework|flame|hot\b", """
        too hot|spicy to handle
        playing|play|played with fire
        fan|fanning|fanned the flames
        fuel to the fire|flames
        hot off|potato|under_the|stuff|topic|ticket|property
        burning question|issue|desire|ambition
        crash and burn
        out of|from the frying
        no smoke without
        where there's smoke
        hot new release|product|item|trend|ticket|look
        heat than we|anyone|expected|planned
        more heat|bang|spark|sparks than
        sparks fly|flew|flying
        baptism of fire
        bang for your|the
        off|out|start|begin|end|finish|in with ^2 much|a|such ^3 bang
        much ^1 of a bang
        all fired up
        slow burner
        old flame
        trial by fire
        on a slow|back burner
        light|lit|lights up the|your|our
    """),
    (r"cold|heating|snow|frozen|freez|fridge|ice\b|icy|radiator|air con|air-con|winter|boiler", """
        cold comfort|shoulder|feet|reception
        break|breaks|broke|breaking the ice
        chill out
        just|a_bit|really|very chill|chilled
        frosty reception|welcome
        snowball effect
        keep|keeping|kept ^1 our|your|their|a cool
        cool|warm heads|welcome|reception
        not|isn't cool
        tip of the iceberg
        skating on thin
        cool as a cucumber
        snow laughing|joke
    """),
    (r"fish|salmon|tuna|sushi|prawn|shrimp|seafood|cod\b|herring", """
        something|a_bit|rather|smells|smelled|smelt|looks|very|certainly|little ^2 fishy
        fishy indeed|business|tale|story|situation
        bigger|other fish to
        plenty more fish
        red herring
        fish out of
        hook line and sinker
        a fine kettle
        fin of the
        scales of
        for the halibut
        net result
        went|gone swimmingly
    """),
    (r"egg|chicken|meat|beef|burger|pie|cake|bread|baker|food|kitchen|menu|soup|coffee|tea\b|milk|cheese|salt|nut|sandwich|pizza|pasta|sauce|restaurant|caf|salad|fruit|chocolate|jam|mould|cook|lunch|meal|granola|sausage", """
        walking|walk on eggshells
        chickened|chicken|chickening out
        bad egg|apple
        egg on our|my|the|their
        all our|your eggs in
        food for thought
        hard|bitter|tough to swallow
        bite off more
        icing|cherry on the ^1 cake|top
        piece of cake
        takes|take|took|taking the cake|biscuit
        half-baked idea|plan|excuse
        cut|cuts the mustard
        spill|spilled|spilling the beans
        sour grapes
        go|going|went bananas|nuts
        pinch|grain of salt
        sliced bread
        stew|stewing in ^2 juice
        recipe for disaster
        too many cooks
        cup of tea
        spice|spices|spiced things up
        in a pickle|jam|stew
        in a nutshell
        bitter pill
        wake|woke|wakes up and smell
        a whole latte
        trouble brewing|'s_brewing
        something|trouble|storm ^1 is|was brewing
        bread and butter
        crying|cry over spilt|spilled
        big cheese
        hard cheese
        put the kettle on
        mixed|secret ingredients|ingredient
        not ^1 our|the finest serving|recipe|slice|brew
        full of beans
    """),
    (r"dog|cat\b|cats\b|pet\b|pets\b|vet|horse|rat\b|rats\b|mouse|mice|bee\b|bees\b|wasp|bird|pigeon|gull|fox|cow|pig|goat|sheep|duck|goose|snake|bug|ant\b|ants\b|flea|spider|zoo|animal|monkey|elephant|kennel|hamster|cockroach", """
        cat|cat's ^1 is|'s out of the bag
        let the cat out
        barking up|mad
        in the doghouse
        dog's dinner|breakfast
        hold your|our horses
        horsing|monkeying around
        from the horse's mouth
        elephant in the room
        monkey business
        smell|smelled|smelt a rat
        bee in ^1 bonnet
        bee's knees
        hive of activity
        ants in ^1 pants
        wild goose chase
        like water off a
        when pigs fly
        pigs might fly
        bull in a china
        fly in|on the ointment|wall
        bed bugs bite
        bugs bite
        snug as a
        early bird
        bird|birds has|have flown
        for the birds
        sleeping dogs
        birds of a feather
        raining cats
        going|gone to the dogs
        quite|what|create|created a|the buzz
        paws for thought
        pecking order
        busy as a|bees
        without a|any reservation|reservations|booking
        on the house|menu ^1 apparently|too
        do|they bee|beehave
        a sting in the tail|tale
        feather in ^1 cap
        black sheep
    """),
    (r"train|tram|bus\b|buses|rail|flight|plane|airport|luggage|car\b|cars\b|tyre|brake|road|bike|scooter|station|truck|van\b|ticket|taxi", """
        gone|go|going|went|goes|come|came off the rails
        train of thought
        wheels|wheel ^3 came|come|fell|fall|falling off
        asleep at the wheel
        bumpy|rough ride|landing
        full steam|speed ahead
        pie in the sky
        cloud nine|cuckoo
        fasten|buckle ^1 your|up seatbelts|seatbelt|belts|for
        lead balloon
        flying colours|colors
        sky's the limit
        emotional baggage
        pump|slam|hit|put|pumped the brakes
        off to a flying
        where the rubber
        reinvent|reinventing the wheel
        wheely|tyred|tyring
        spare us|me the ride
        just the ticket
        long and winding
        highway to hell
        life in the fast|slow lane
    """),
    (r"power|electric|light|lamp|outage|blackout|grid|meter|cable|shock|bulb|charg", """
        shocking pun|news|turn|state_of|behaviour|stuff|indeed
        shock to the system
        power trip|nap|struggle
        lights are on but
        bright spark|idea|side
        light-bulb|lightbulb moment
        short fuse
        live wire
        current affairs|situation_is_shocking
        many hands make
        see|seen|saw the light
        power to the people
        watt|watts a|happened|up
        re-volting|revolting_pun
    """),
    (r"gig|concert|music|band\b|orchestra|opera|theatre|show\b|festival|film|cinema|stage|gala|match|game|stadium|football|piano|speaker|headphone", """
        face|faced|facing the music
        strike|struck|strikes a ^1 chord
        hit|hits a ^1 wrong|sour|bum|false|flat note
        change|changing|changed ^1 tune
        show must go on
        steal|stole|stealing the show
        break a leg
        final curtain
        curtains for
        tough act to
        not ^1 music to
        blow|blew ^1 whistle on_that
        game over|changer
        what a first|second half|act
        quite|what a|the performance|show|finale|encore|cliffhanger
        a standing ovation
        drama off|on stage
    """),
    (r"shoe|boot|dress|shirt|trouser|jean|coat|jacket|seam|sock|laundry|clothes|glove|hat\b|belt|bra\b|fabric|wool", """
        stitch in time
        hanging by a thread
        apart at the seams
        below the belt
        if the shoe|cap fits
        put a|your sock
        close shave
        hot under the collar
        fits like a
        wolf in sheep's
        pants on fire
        caught with ^2 trousers|pants
        put your|our best foot
        on the wrong foot
        a step too far
        laced with
        sole purpose|mate|mates
        seams|seam like|to be
        keep your|our|it ^1 hair|shirt on
    """),
    (r"teeth|tooth|dent|eye|glasses|lens|doctor|hospital|clinic|pharmac|pill|medicine|hair|salon|barber|nail|gym|yoga|mattress|bed\b|sofa|chair|lift|elevator|stair|door|toilet|roof|wall|key|lock|parcel|letter|post\b|book|bank|wifi|server|app\b|website|router|phone", """
        taste of ^1 own medicine
        just what the doctor
        see eye to eye
        long in the tooth
        by the skin of
        fighting|fought|fight tooth and
        bad hair day
        let|letting our|your hair down
        a close shave
        hit|hits the nail|hay|sack|roof
        no pain no gain
        feel the burn
        sleep on it
        losing|lose|lost sleep over
        sofa|so_fa so good
        has its ups and
        it's|been all ups and
        ups and downs ^1 of
        lift ^1 spirits
        open and shut
        when one door
        raise|raised|raises the roof
        writing is|'s|was on the wall
        walls have ears
        royal flush
        flushed with|away
        down the pan
        toilet humour|break
        return to sender
        pushing the envelope
        signed sealed
        laughing all the way
        turn|turned it off and
        tried turning it
        crash course|diet|test_dummies
        byte|bytes off|the
        phone home
        lost|disconnected|bad in translation|connection ^1 pun
        put|putting the ^1 to bed
        key to ^1 success|happiness|heart
    """),
))
_WORD: Final = re.compile(r"[^\W\d_]+")
#: Somebody's trouble, something done, a sum or a time make a sentence more than a comment.
_EARNEST: Final = re.compile(
    r"\d|\b(?:sorry|apolog\w+|regret\w*|refund\w*|thank\w*|your?|you're|you've|you'd|hurt|injured|died|ill|we(?:'ll|'ve| will| have| are| were| had| do| did|'re) (?!know|say|admit|guess|think)|"
    r"i'll|i've|today|tomorrow|tonight|yesterday|by|until|monday|tuesday|wednesday|thursday|friday|saturday|sunday|please|because|customers|staff|engineers?)\b")
_MOST: Final = 16


def puns(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Comments of one sentence whose turn plays on what the post or the rest of the reply is about."""
    theirs = ""
    for topic, turns in _TURNS:
        for start, end in draft.index.find(turns):
            span = draft.sentence(start)
            said = draft.own[span.start:span.end]
            if len(_WORD.findall(said)) > _MOST or _EARNEST.search(said) or "\x01" in said:
                continue
            theirs = theirs or folded(brief.reply_to)
            if topic.search(f"{theirs} {draft.own[:start]} {draft.own[end:]}"):
                yield Hit(*span)
