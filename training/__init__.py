"""Training, calibration, export and measuring of the JobLantern lure detector."""
