#include "cosmium.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

// Finds identifiers in an ascending list, fast where they come in ascending order.
class Wanted {
 public:
  Wanted(const int64_t *ids, size_t count) : ids_(ids), count_(count) {}

  // The place of an identifier in the list, or -1.
  ptrdiff_t find(int64_t id) {
    if (next_ < count_ && ids_[next_] == id) return static_cast<ptrdiff_t>(next_++);
    const bool ahead = next_ == 0 || ids_[next_ - 1] < id;
    if (ahead && (next_ >= count_ || ids_[next_] > id)) return -1;
    const int64_t *begin = ahead ? ids_ + next_ : ids_;
    const int64_t *found = std::lower_bound(begin, ids_ + count_, id);
    next_ = static_cast<size_t>(found - ids_);
    if (next_ < count_ && ids_[next_] == id) return static_cast<ptrdiff_t>(next_++);
    return -1;
  }

 private:
  const int64_t *ids_;
  size_t count_;
  size_t next_ = 0;
};

class Pass {
 public:
  Pass(const char *keys, const cosmium_handler &handler, Wanted wanted, int32_t *latitudes,
       int32_t *longitudes, cosmium_counts &counts)
      : handler_(handler),
        wanted_(wanted),
        latitudes_(latitudes),
        longitudes_(longitudes),
        counts_(counts) {
    std::istringstream words{keys};
    for (std::string word; words >> word;) keys_.push_back(word);
  }

  void node(const osmium::Node &node) {
    ++counts_.nodes;
    const osmium::Location location = node.location();
    const ptrdiff_t place = wanted_.find(node.id());
    if (place >= 0 && location.valid()) {
      latitudes_[place] = location.y();
      longitudes_[place] = location.x();
    }
    if (!handler_.node || node.tags().empty() || !bears_key(node.tags()) || !location.valid()) return;
    handler_.node(handler_.context, node.id(), location.y(), location.x(), strings(node.tags()));
  }

  void way(const osmium::Way &way) {
    ++counts_.ways;
    if (!bears_key(way.tags())) return;
    nodes_.clear();
    for (const auto &reference : way.nodes()) nodes_.push_back(reference.ref());
    handler_.way(handler_.context, way.id(), nodes_.data(), nodes_.size(), strings(way.tags()));
  }

 private:
  bool bears_key(const osmium::TagList &tags) const {
    for (const auto &tag : tags) {
      for (const std::string &key : keys_) {
        if (key == tag.key()) return true;
      }
    }
    return false;
  }

  cosmium_tags strings(const osmium::TagList &tags) {
    strings_.clear();
    for (const auto &tag : tags) {
      strings_.push_back(tag.key());
      strings_.push_back(tag.value());
    }
    return {strings_.data(), strings_.size() / 2};
  }

  std::vector<std::string> keys_;
  const cosmium_handler &handler_;
  Wanted wanted_;
  int32_t *latitudes_;
  int32_t *longitudes_;
  cosmium_counts &counts_;
  std::vector<int64_t> nodes_;
  std::vector<const char *> strings_;
};

}  // namespace

int cosmium_read(const char *path, const char *keys, const cosmium_handler *handler,
                 const int64_t *wanted, size_t wanted_count, int32_t *latitudes,
                 int32_t *longitudes, cosmium_counts *counts, char *message, size_t capacity) {
  try {
    osmium::osm_entity_bits::type entities = osmium::osm_entity_bits::nothing;
    if (handler->way) entities |= osmium::osm_entity_bits::way;
    if (handler->node || wanted_count > 0) entities |= osmium::osm_entity_bits::node;
    osmium::thread::Pool pool{static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
    osmium::io::Reader reader{path, entities, osmium::io::read_meta::no, pool};
    Pass pass{keys, *handler, Wanted{wanted, wanted_count}, latitudes, longitudes, *counts};
    const uint64_t size = reader.file_size();
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &object : buffer.select<osmium::OSMObject>()) {
        if (object.type() == osmium::item_type::node) {
          pass.node(static_cast<const osmium::Node &>(object));
        } else if (object.type() == osmium::item_type::way && handler->way) {
          pass.way(static_cast<const osmium::Way &>(object));
        }
      }
      if (handler->progress && !handler->progress(handler->context, reader.offset(), size)) {
        return 2;
      }
    }
    reader.close();
    return 0;
  } catch (const std::exception &error) {
    std::snprintf(message, capacity, "%s", error.what());
    return 1;
  } catch (...) {
    std::snprintf(message, capacity, "unknown failure");
    return 1;
  }
}
