"""Words of one kind, to be put into a slot of a phrase (:mod:`warroom.domain.tone.phrases`)."""

from __future__ import annotations

from typing import Final

#: We, with and without "have".
WE: Final = "we|i|we've|i've|we_have|i_have|we_had|we'd|i'd"
#: Who works for us, after "our".
STAFF: Final = "team|staff|crew|driver*|people|employee*|colleague*|technician*|engineer*|guard*|nurse*|doctor*|chef*|cook*|waiter*|agent*|manager*|pilot*|guide*|teacher*|steward*|worker*|volunteer*|director|ceo|founder|company|hotel|school|hospital|clinic|kitchen|moderator*|trainer*|host*|conductor*|carer*|fitter*|installer*"
#: Other people than this person.
PEOPLE: Final = "people|customer*|user*|guest*|passenger*|client*|member*|patient*|parent*|reader*|viewer*|player*|student*|tenant*|resident*|famil*|driver*|rider*|visitor*|subscriber*|shopper*|fan*|diner*|neighbour*|neighbor*|traveller*|traveler*|owner*|buyer*|follower*|commuter*|attendee*"
#: What somebody says about us in public.
CRITICISM: Final = "post*|tweet*|toot*|comment*|review*|video*|clip*|footage|photo*|picture*|screenshot*|thread*|article*|story|stories|report*|claim*|accusation*|allegation*|assertion*|suggestion*|insinuation*|remark*|criticism*|complaint*|description|account|version|statement*|characterisation|characterization|portrayal|depiction|summary|headline*|coverage|assumption*|conclusion*|assessment|figures|numbers|facts|information|wording|memory|recollection|impression"
#: The same, where "the" is enough to say that it is not ours.
THEIRS: Final = "video|clip|footage|photo|picture|screenshot|article|story|headline|coverage|claim*|accusation*|allegation*|criticism|review|tweet|insinuation*|suggestion"
#: What is wrong with it, in the eyes of who argues.
UNTRUE: Final = "misleading|inaccurate|incorrect|false|wrong|unfair|one-sided|incomplete|exaggerated|edited|doctored|out_of_context|not_accurate|not_correct|not_true|not_fair|not_right|untrue|selective|biased|cherry-picked|distorted|unfounded|baseless|unhelpful|hurtful|a_lie|unjustified|unwarranted|unreasonable|nonsense|mistaken|factually|overblown|overstated|speculation|speculative|fabricated|made_up|invented|not_what_happened|sensationalised|unsubstantiated|groundless|staged|faked|wide_of_the_mark|over_the_top|defamatory|libellous|slanderous|disingenuous|full_of|riddled|simplistic|ill-informed|manipulated|imprecise"
#: What one can hide behind: the terms and where they stand.
TERMS: Final = "terms|conditions|t&cs|tos|contract|agreement|policy|policies|small_print|fine_print|rules|regulations|warranty|guidelines|bylaws|terms_of_service|terms_of_use|house_rules|tariff|lease|booking_conditions|licence_agreement|user_agreement|disclaimer|waiver|return_policy|refund_policy|cancellation_policy"
#: The same, and whatever else a customer could have read.
WRITTEN: Final = TERMS + "|website|manual|ticket|label|packaging|package|leaflet|menu|sign|signs|page|confirmation|instructions|brochure|faq|box|listing|notice|email|invoice|receipt|description|advert|app|homepage"
#: What rules of a trade are called.
RULES: Final = "procedure*|protocol*|rule*|regulation*|requirement*|standard*|guideline*|law|laws|checks|policy|policies|obligation*|measures|precautions|norm*|limit*|test|tests|inspection*|audit*|step|steps|instruction*|directive*|code*|practice*"
#: How those who did right did it.
RIGHTLY: Final = "correctly|appropriately|properly|professionally|responsibly|lawfully|legally|reasonably|impeccably|perfectly|admirably|by_the_book|in_good_faith|with_integrity|with_professionalism|professionalism|as_trained|as_instructed|as_required|to_the_letter|within_the_rules|within_the_law|in_line_with|in_accordance|according_to|exactly_as|as_they_should|as_expected|with_due_care|swiftly_and|promptly_and|diligently|flawlessly|faultlessly|fairly|honourably|respectfully|transparently|with_respect|with_courtesy|courteously|heroically|exceptionally|brilliantly|in_compliance|as_agreed"
