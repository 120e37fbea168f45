-- MySQL dump 10.13  Distrib 8.0.36
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;

DROP TABLE IF EXISTS `customer`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `customer` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `number` varchar(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'the customer''s; as printed',
  `email` varchar(200) DEFAULT NULL,
  `kind` enum('a','b') NOT NULL DEFAULT 'a',
  `born` date DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `number` (`number`),
  KEY `born` (`born`),
  CONSTRAINT `c` CHECK ((`id` > 0))
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

DROP TABLE IF EXISTS `mailing`;
/*!50001 DROP VIEW IF EXISTS `mailing`*/;
/*!50001 CREATE VIEW `mailing` AS SELECT
 1 AS `who`,
 1 AS `address`*/;

/*!50003 SET sql_mode = 'ONLY_FULL_GROUP_BY' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `customer` FOR EACH ROW BEGIN
  SET NEW.email = lower(NEW.email);
END */;;
DELIMITER ;

/*!50001 DROP VIEW IF EXISTS `mailing`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `mailing` (`who`,`address`) AS select `customer`.`number` AS `number`,`customer`.`email` AS `email` from `customer` */;
