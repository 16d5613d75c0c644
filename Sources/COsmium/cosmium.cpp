#include "cosmium.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>
#include <osmium/version.hpp>
#include <sstream>
#include <stdexcept>
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
  Pass(const cosmium_handler &handler, Wanted wanted, int32_t *latitudes,
       int32_t *longitudes, cosmium_counts &counts)
      : handler_(handler),
        wanted_(wanted),
        latitudes_(latitudes),
        longitudes_(longitudes),
        counts_(counts),
        keys_(words(handler.keys)),
        relation_keys_(words(handler.relation_keys)) {}

  void node(const osmium::Node &node) {
    ++counts_.nodes;
    const osmium::Location location = node.location();
    const ptrdiff_t place = wanted_.find(node.id());
    if (place >= 0 && location.valid()) {
      latitudes_[place] = location.y();
      longitudes_[place] = location.x();
    }
    if (!handler_.node || node.tags().empty() || !bears(keys_, node.tags()) || !location.valid()) return;
    handler_.node(handler_.context, node.id(), location.y(), location.x(), strings(node.tags()));
  }

  void way(const osmium::Way &way) {
    ++counts_.ways;
    if (!bears(keys_, way.tags())) return;
    nodes_.clear();
    for (const auto &reference : way.nodes()) nodes_.push_back(reference.ref());
    handler_.way(handler_.context, way.id(), nodes_.data(), nodes_.size(), strings(way.tags()));
  }

  void relation(const osmium::Relation &relation) {
    if (!bears(relation_keys_, relation.tags())) return;
    members_.clear();
    for (const auto &member : relation.members()) {
      members_.push_back({member.ref(), osmium::item_type_to_char(member.type())});
    }
    handler_.relation(handler_.context, members_.data(), members_.size(), strings(relation.tags()));
  }

 private:
  static std::vector<std::string> words(const char *text) {
    std::vector<std::string> result;
    std::istringstream stream{text ? text : ""};
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
  }

  // Keys and values lie one after another, each ended by a NUL. libosmium's own walk trusts that no text holds one; a file
  // may, and the walk would leave the list. `take` says whether to go on.
  template <typename Take>
  static void walk(const osmium::TagList &tags, Take take) {
    const char *next = reinterpret_cast<const char *>(tags.data()) + sizeof(osmium::TagList);
    const char *end = reinterpret_cast<const char *>(tags.data()) + tags.byte_size();
    while (next < end) {
      const char *key = next;
      const char *value = after(key, end);
      next = after(value, end);
      if (!take(key, value)) return;
    }
  }

  // What follows a text that has to end before `end`.
  static const char *after(const char *text, const char *end) {
    const void *stop = text < end ? std::memchr(text, 0, static_cast<size_t>(end - text)) : nullptr;
    if (!stop) throw std::runtime_error{"a tag holds a NUL; the file is damaged"};
    return static_cast<const char *>(stop) + 1;
  }

  static bool bears(const std::vector<std::string> &keys, const osmium::TagList &tags) {
    bool found = false;
    walk(tags, [&](const char *key, const char *) {
      found = std::find(keys.begin(), keys.end(), key) != keys.end();
      return !found;
    });
    return found;
  }

  cosmium_tags strings(const osmium::TagList &tags) {
    strings_.clear();
    walk(tags, [&](const char *key, const char *value) {
      strings_.push_back(key);
      strings_.push_back(value);
      return true;
    });
    return {strings_.data(), strings_.size() / 2};
  }

  const cosmium_handler &handler_;
  Wanted wanted_;
  int32_t *latitudes_;
  int32_t *longitudes_;
  cosmium_counts &counts_;
  std::vector<std::string> keys_;
  std::vector<std::string> relation_keys_;
  std::vector<int64_t> nodes_;
  std::vector<cosmium_member> members_;
  std::vector<const char *> strings_;
};

}  // namespace

const char *cosmium_version(void) { return LIBOSMIUM_VERSION_STRING; }

int cosmium_read(const char *path, const cosmium_handler *handler, const int64_t *wanted,
                 size_t wanted_count, int32_t *latitudes, int32_t *longitudes,
                 cosmium_counts *counts, char *message, size_t capacity) {
  try {
    osmium::osm_entity_bits::type entities = osmium::osm_entity_bits::nothing;
    if (handler->way) entities |= osmium::osm_entity_bits::way;
    if (handler->relation) entities |= osmium::osm_entity_bits::relation;
    if (handler->node || wanted_count > 0) entities |= osmium::osm_entity_bits::node;
    osmium::thread::Pool pool{static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
    osmium::io::Reader reader{path, entities, osmium::io::read_meta::no, pool};
    Pass pass{*handler, Wanted{wanted, wanted_count}, latitudes, longitudes, *counts};
    const uint64_t size = reader.file_size();
    while (osmium::memory::Buffer buffer = reader.read()) {
      for (const auto &object : buffer.select<osmium::OSMObject>()) {
        if (object.type() == osmium::item_type::node) {
          pass.node(static_cast<const osmium::Node &>(object));
        } else if (object.type() == osmium::item_type::way && handler->way) {
          pass.way(static_cast<const osmium::Way &>(object));
        } else if (object.type() == osmium::item_type::relation && handler->relation) {
          pass.relation(static_cast<const osmium::Relation &>(object));
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
