"""What the page is tried on: stories made up for this, of trains, aircraft, lorries and a ferry, in several parts of the world."""

# 472 km in 3 h 10 at no more than 120 km/h, over a railway of less than the straight line.
TRAIN = [
    ("An agency", "2024-04-24", "NAIROBI, April 24, 2024 - The night train left Nairobi at 22:00 on Tuesday and reached Mombasa at 01:10 on Wednesday. The "
     "train from Nairobi to Mombasa covers 472 km. Its top speed is 120 km/h, the railway said."),
    ("A site", "2024-04-25", "The railway from Nairobi to Mombasa is only 300 km long. The train from Nairobi to Mombasa takes five hours."),
]

# Stories, each with whether its reports can all be true; None where either answer will do.
STORIES = {
    "night-train": (False, "The night train left Kyiv at 22:30 on 10 March 2024 and arrived in Warsaw at 23:40 on 10 March 2024. The train from Kyiv to Warsaw "
                    "took about 17 hours."),
    "stopover": (None, "LAGOS, 12 June 2024 - The plane took off from Lagos at 06:00 on 11 June 2024 and landed in Nairobi at 13:30 on 11 June 2024. "
                 "From Nairobi it flew on to Mumbai, where it landed at 23:50 on 11 June 2024. The flight from Lagos to Nairobi took five hours and a half."),
    "convoy": (None, "The convoy of trucks left Buenos Aires at 06:00 on 5 July 2023 and arrived in Mendoza at 10:00 on 5 July 2023. The road from Buenos "
               "Aires to Mendoza is about 1,050 km long."),
    "ferry": (None, "The ferry left Piraeus at 21:00 on 2 August 2023 and arrived in Heraklion at 06:00 on 3 August 2023. The ferry from Piraeus to Heraklion "
              "sails at 40 knots at most."),
}

# Nothing that could be checked, and something that is no text.
PLAIN = "A minister said on a rainy afternoon that talks had been frank and useful, and that more of them would follow."
ADDRESS = "https://example.org/news/2024/04/24/night-train"

# A case with a day that no calendar has.
WRONG_DATE = """wayproof: 1
id: wrong-date
title: A journey on a day that never was
sources:
  - id: paper
    outlet: A paper
journeys:
  - id: out
    mode: rail
    date: 2024-02-31
    stops:
      - place: city-ke-nairobi
      - place: city-ke-mombasa
claims:
  - id: five-hours
    source: paper
    quote: five hours
    duration: 5 hours
    from: start
    to: end
"""


def long_story(size=200_000):
    """A story of some size with the figures of the first one in the middle."""
    filler = ("The council met again and spoke of schools, of roads and of the harvest. Nobody who was there remembered who had spoken first. "
              "Letters were read, and an answer was promised for the coming week.\n\n")
    half = filler * (size // 2 // len(filler))
    return half + TRAIN[0][2] + "\n\n" + half


def many_claims(count=200):
    """A case of many claims, of which every twentieth is off."""
    head = WRONG_DATE.replace("2024-02-31", "2024-04-23").replace("on a day that never was", "that many tell of").split("claims:")[0]

    def claim(number):
        is_off = number % 20 == 19
        words, fields = (
            (f"takes {2 if is_off else 5} hours", f"duration: about {2 if is_off else 5} hours\n    from: start\n    to: end") if number % 2 else
            (f"is {470 + number % 5} km long", f"distance: about {470 + number % 5} km\n    from: city-ke-nairobi\n    to: city-ke-mombasa\n    kind: track"))
        return f"  - id: c-{number}\n    source: paper\n    quote: {words}\n    {fields}\n"

    return f"{head}claims:\n{''.join(map(claim, range(count)))}"
