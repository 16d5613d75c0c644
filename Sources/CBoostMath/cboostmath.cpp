#include "cboostmath.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/version.hpp>
#include <limits>

namespace {
// Nothing may be thrown into Swift, and nothing is worth more digits than a double has.
using Policy = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::promote_double<false>>;
constexpr double root_of_two = 1.41421356237309504880;
}  // namespace

extern "C" const char *cboostmath_version(void) { return BOOST_LIB_VERSION; }

extern "C" double cboostmath_normal_quantile(double probability) {
  return -root_of_two * boost::math::erfc_inv(2 * probability, Policy());
}

extern "C" double cboostmath_normal_share(double value) {
  return boost::math::erfc(-value / root_of_two, Policy()) / 2;
}

extern "C" double cboostmath_beta_quantile(double probability, double first, double second) {
  return boost::math::ibeta_inv(first, second, probability, Policy());
}
