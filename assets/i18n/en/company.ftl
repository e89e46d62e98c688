### What is said of a company's template once a file was written with it.

company-links = { $count ->
    [one] A link of the company template leads outside of it and was left out.
   *[other] { $count } links of the company template lead outside of it and were left out.
}
company-objects = { $count ->
    [one] A picture or film of the company template lies outside of it and was left out.
   *[other] { $count } pictures or films of the company template lie outside of it and were left out.
}
company-accents = { $count ->
    [one] One of the company's six accents is hard to tell from its page or from another; charts take another colour in its place.
   *[other] { $count } of the company's six accents are hard to tell from its page or from each other; charts take other colours in their place.
}
company-font = The company's font { $name } is wider than the one texts are measured in; it is set a little smaller. Look at the result.
