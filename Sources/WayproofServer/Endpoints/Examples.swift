/// Requests that work, for the description of the endpoints.
enum Examples {
  static let article = """
    Kim Jong-un set out for Russia in the early hours of Wednesday. The train arrived in the border city of Khasan at about \
    10:40 a.m. From Khasan to Vladivostok, there are another 200 kilometers of railway tracks.
    """

  static let timetable = """
    trip,stop,arrival,departure
    one,ru-khasan,,11:40
    one,ru-vladivostok,18:00,

    """

  static let caseFile = """
    wayproof: 1
    id: an-example
    title: Khasan to Vladivostok
    sources:
      - id: report
        outlet: An outlet
        published: 2019-04-24
    journeys:
      - id: train
        title: the train to Vladivostok
        mode: rail
        vehicle: armoured-train
        date: 2019-04-24
        stops:
          - id: khasan
            place: ru-khasan
          - id: vladivostok
            place: ru-vladivostok
    claims:
      - id: tracks-200
        source: report
        quote: there are another 200 kilometers of railway tracks
        distance: 200 kilometers
        from: ru-khasan
        to: ru-vladivostok
        kind: track
      - id: hours-six
        source: report
        quote: some six hours later
        duration: some six hours
        from: departure khasan
        to: arrival vladivostok

    """
}
