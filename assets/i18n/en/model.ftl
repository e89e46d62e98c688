# Words for the record: events, units, effects, reasons, problems.

event-intrusion_began = Intrusion began
event-intrusion_ended = Intrusion ended
event-detected = Detected
event-aware = Aware
event-classified = Classified
event-contained = Contained
event-regulator_notified = Regulator notified
event-csirt_told = CSIRT told
event-complaint_filed = Complaint filed
event-people_told = People told
event-staff_told = Staff told
event-press = Press
event-made_public = Made public
event-service_restored = Service restored
event-inquiry_opened = Inquiry opened
event-arrests = Arrests
event-sanction = Sanction
event-closed = Closed
event-other = Other event

unit-people = people
unit-users = users
unit-accounts = accounts
unit-customers = customers
unit-records = records
unit-organisations = organisations
unit-systems = systems

effect-data_exposed = data exposed
effect-access_cut = access cut
effect-data_altered = data altered
effect-data_lost = data lost
effect-money_lost = money lost
effect-targeted = targeted
effect-other = otherwise affected

missing-unknown = unknown
missing-not_stated = not stated
missing-withheld = withheld by the source
missing-none_identified = none identified
missing-not_applicable = not applicable

role-victim = victim
role-processor = processor
role-notifier = notifier

harm-yes = yes
harm-no = no
harm-potentially = potentially

severity-low = low
severity-medium = medium
severity-high = high
severity-critical = critical

status-suspected = suspected
status-open = open
status-contained = contained
status-closed = closed
status-false_alarm = false alarm

confidence-low = low
confidence-medium = medium
confidence-high = high

mechanism-register = register
mechanism-disclosure-list = disclosure list
mechanism-mixed = mixed or unknown

problem-bad_date = This is not a date that exists.
problem-bad_count = This is not a number of people or things.
problem-negative_count = A count cannot be negative.
problem-several_counts = Several numbers of the same unit stand here; which one is meant cannot be told.
problem-other_quantity = This counts something other than people, accounts or records: it is kept as words.
problem-cell_count = This row has more or fewer cells than the header.
problem-open_quote = A quotation mark in this row is never closed: the rest of the file is in it.
problem-bad_encoding = These bytes are not text in the chosen encoding.
problem-too_long = This cell is longer than the limit.
problem-wrong_order = These two events cannot have happened in this order.
problem-after_as_of = This date is after the day to which the data is complete.
problem-reversed_range = The end of this range is before its start.
problem-nameless = This record has neither a title nor an organisation.
problem-undated = This record has no date.
problem-duplicate_key = This key stands on an earlier record too.
problem-placeholder = This number often stands for “not known yet”.
problem-bad_shape = This document does not have the expected shape.
problem-duplicate_row = This row stands in the file twice, to the last character.
problem-rows_disagree = Rows of this record do not agree; both values are kept.
