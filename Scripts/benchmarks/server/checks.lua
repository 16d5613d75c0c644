-- Posts the cases of a folder in turn.
local bodies, place = {}, 0

function init(args)
  local folder = args[1]
  for number = 0, 99 do
    local file = assert(io.open(string.format("%s/%03d.yaml", folder, number), "rb"))
    bodies[#bodies + 1] = wrk.format("POST", "/v1/check", {["Content-Type"] = "application/yaml"}, file:read("*a"))
    file:close()
  end
end

function request()
  place = place % #bodies + 1
  return bodies[place]
end

function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("checks a second %.0f, median %.1f ms, p99 %.1f ms, failed %d of %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    failed, summary.requests))
end
