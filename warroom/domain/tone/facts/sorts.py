"""Sorts of a thing that shut each other out where one is asked for: chlorine or ammonia, bus or ferry, milk or nuts."""

from __future__ import annotations

import re
from typing import Final

#: One line a set, one sort a word; ``a|b`` are the same.
_SETS: Final = """
chlorine ammonia acid|sulphuric|hydrochloric methane|gas|propane diesel petrol|gasoline kerosene solvent bleach mercury lead arsenic nitrate asbestos hydrogen nitrogen lye pfas glyphosate
salmonella listeria norovirus legionella campylobacter botulism hepatitis measles flu|influenza covid e.coli|coli
milk nut|nuts peanut|peanuts hazelnut|hazelnuts almond|almonds egg|eggs soy|soya sesame gluten|wheat mustard celery fish crustaceans
glass plastic metal|steel wood|wooden rubber paper stone mould|mold
mouse|mice rat|rats cockroach|cockroaches ants maggots|larvae wasps bedbugs moths
storm|gale snow ice|icing flood|flooding lightning fog|mist heat|heatwave hail frost landslide|rockfall drought
bus|buses|coach|coaches tram|trams train|trains ferry|ferries taxi|taxis plane|planes
voucher|vouchers|coupon cash|money
android ios|iphone|iphones|ipad windows mac|macos linux
spring summer autumn winter
virus ransomware phishing malware
basement|cellar attic|loft
tyre|tyres brake|brakes battery|batteries airbag|airbags engine|engines steering seatbelt|belt clutch
pump|pumps valve|valves boiler fuse|fuses transformer|substation cable|cables pipe|main switch server|servers router certificate generator
chicken beef pork turkey lamb salmon tuna prawns ham
strawberry raspberry cherry blueberry vanilla chocolate lemon orange peach apple banana pear carrot plum mango apricot pumpkin
police|officers fire_brigade|firefighters army ambulance
adults|adult children|child|kids|pupils
north south east west
upper|top lower|bottom
arrested suspended dismissed|sacked|fired resigned
monthly weekly daily hourly yearly|annually
car|cars lorry|lorries|truck|trucks van|vans bike|bikes|bicycle|bicycles scooter|scooters motorbike|motorbikes
roof|roofs ceiling|ceilings wall|walls balcony|balconies window|windows escalator|escalators staircase|stairs
lion tiger bear wolf lynx monkey snake crocodile elephant
dog|dogs cow|cows|cattle horse|horses pig|pigs hen|hens|chickens goose|geese duck|ducks
fridge|fridges kettle|kettles heater|heaters toaster|toasters dryer|dryers dishwasher|dishwashers
burns bruises fractures cuts concussion
northbound southbound eastbound westbound
inbound outbound
front rear
inner outer
software hardware
minor|slight|light serious|severe|heavy
final semi-final quarter-final
human technical
doll|dolls teddy|teddies pram|prams cot|cots
driver|drivers pilot|pilots guard|guards nurse|nurses chef|chefs conductor|conductors cashier|cashiers waiter|waiters
"""
SORTS: Final = {word.replace("_", " "): (str(number), sort.split("|")[0]) for number, row in enumerate(_SETS.strip().splitlines()) for sort in row.split() for word in sort.split("|")}
#: "Lower deck", not "lower than"; "north side", not "north-facing"; "gas" but not "gas station".
SORT: Final = re.compile(
    r"\b(?:(?:upper|lower|top|bottom)(?= (?:deck|level|field|shelf|part|half|end|hall|gate|station|bunk|row|road|car park|lake|town)\b)|(?:front|rear|inner|outer)(?= (?:door|entrance|exit|gate|coach|carriage|wheel|seat|seats|room|ring|lane|part|half|side|axle|brake|brakes)\b)|(?:light|heavy|minor|slight|serious|severe)(?= (?:injur\w+|burns?|damage|delays?|fault)\b)|(?:human|technical)(?= (?:error|fault|failure|mistake)\b)|(?:north|south|east|west)(?= (?:side|wing|gate|entrance|exit|stand|campus|bank|car park|tower|end|line|pier|beach)\b|$)|(?:"
    + "|".join(sorted((re.escape(word) for word, (row, _) in SORTS.items() if row not in {SORTS["upper"][0], SORTS["north"][0], SORTS["front"][0], SORTS["inner"][0], SORTS["minor"][0], SORTS["human"][0]}), key=len, reverse=True)) + r"))\b")
