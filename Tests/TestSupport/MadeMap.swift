/// Railways that are made up, in OpenStreetMap's XML.
public enum MadeMap {
  /// A line from one station to another, whose second half may have another gauge.
  public static func border(gauges: (Int, Int)) -> String {
    """
    <osm version="0.6">
      <node id="1" lat="43.35" lon="-1.90" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Frontera Norte"/></node>
      <node id="2" lat="43.35" lon="-1.80" version="1"/>
      <node id="3" lat="43.35" lon="-1.70" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Frontera Sur"/></node>
      <way id="10" version="1"><nd ref="1"/><nd ref="2"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="\(gauges.0)"/></way>
      <way id="11" version="1"><nd ref="2"/><nd ref="3"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="\(gauges.1)"/></way>
    </osm>
    """
  }

  /// Two arms of a line in the mountains that meet before a headshunt, and a station on the headshunt.
  public static let zigzag = """
    <osm version="0.6">
      <node id="1" lat="-2.20" lon="-78.95" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Nariz Baja"/></node>
      <node id="2" lat="-2.20" lon="-78.85" version="1"/>
      <node id="3" lat="-2.20" lon="-78.80" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Nariz Punta"/></node>
      <node id="4" lat="-2.18" lon="-78.95" version="1">
        <tag k="railway" v="station"/><tag k="name" v="Nariz Alta"/></node>
      <way id="10" version="1"><nd ref="1"/><nd ref="2"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1067"/></way>
      <way id="11" version="1"><nd ref="2"/><nd ref="3"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1067"/></way>
      <way id="12" version="1"><nd ref="2"/><nd ref="4"/>
        <tag k="railway" v="rail"/><tag k="gauge" v="1067"/></way>
    </osm>
    """
}
