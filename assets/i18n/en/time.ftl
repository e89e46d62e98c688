# Words of the figures over time and of the seasons.

time-alt-remark = Marked: { $text } ({ $day }).

# Groups over time.
time-choice-field = Groups
time-choice-top = Groups shown
time-choice-view = Arrangement
time-view-stack = Stacked
time-view-panels = Side by side
time-note-same-scale = all with the same scale
time-subtitle-by = { $subtitle } · groups: { $field }
time-remark = dashed: { $text } ({ $day })
time-group-none-title = Incidents by group
time-group-none = No field of the records has words that group them. Add a kind, a sector or a country to the records, or choose such a column when importing.
time-group-title = Most frequent ({ $field }): { $word }, { $count } of { $of } incidents ({ $share }, likely between { $low } and { $high })
time-group-title-few = Most frequent ({ $field }): { $word }, { $count } of { $of } incidents
time-group-title-plain = { $incidents }; none says anything under: { $field }
time-group-several = several of these
time-group-other = { $groups ->
    [one] { $groups } other
   *[other] { $groups } others
}
time-group-without = nothing said
time-group-coarse = date known only roughly
time-hover-group = { $group }: { $incidents }
time-hover-of = { $count } in all in this period
time-foot-other = { $groups ->
    [one] { $count } under { $groups } other word
   *[other] { $count } under { $groups } other words
}
time-foot-several = { $count } have several of the words shown and stand apart, so that each incident stands once
time-foot-each = { $count } have several of the words shown and are counted under each
time-foot-without = { $count } say nothing about it
time-alt-stack = Stacked bar chart.
time-alt-panels = Bar charts side by side, with the same scale.
time-define-groups = Counted are incidents whose date lies in one period for certain, by the words of one field. The words with the most incidents of the whole selection are shown each on their own; all further words together are “other”, and the foot says how many words and incidents that is. Incidents that say nothing are shown in grey and never spread over the words.
time-define-stack = Every incident stands in the stack once, so that the height of a bar is a number of incidents. An incident with several of the words shown stands under “several of these”; one with a shown and a further word stands under the shown one. Incidents dated only roughly lie lighter on top, by the share of their dates that falls into the period; they are in no group.
time-define-panels = Each word has its own panel, all with the same scale. An incident with several words is counted under each of them, so that the panels may add up to more than there are incidents.
time-define-groups-misled = The share in the title is that of the whole time shown, with Wilson’s 95% interval (1927); it takes incidents as independent. A word may rise only because it has come to be used more often, and only the lowest part of a stack has an even base: compare the others side by side.
