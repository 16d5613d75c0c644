#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

/// The version of Boost that this was built with, such as "1_83".
const char *cboostmath_version(void);

/// The value below which a standard normal variable lies with a probability within 0 and 1; not a number elsewhere.
double cboostmath_normal_quantile(double probability);

/// The probability with which a standard normal variable lies below a value.
double cboostmath_normal_share(double value);

/// The same as the first of a beta variable with two positive shapes.
double cboostmath_beta_quantile(double probability, double first, double second);

#ifdef __cplusplus
}
#endif

#endif
